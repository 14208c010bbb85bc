package com.saqsommelier.simulator.saq;

/**
 * A text in the two languages of the site.
 *
 * @param fr the French text
 * @param en the English text; the same where the site does not translate, as with most names
 */
public record Bilingual(String fr, String en) {

    /** A text that is the same in both languages. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
