package com.saqsommelier.scraper.page;

/**
 * A number that a page prints and that could not be read, or that its field cannot have. It is unknown, not wrong.
 *
 * @param text as printed, cut after 80 characters
 */
public record UnreadValue(NumberField field, String text) {

    static UnreadValue of(NumberField field, String text) {
        return new UnreadValue(field, UnreadablePageException.shown(text));
    }
}
