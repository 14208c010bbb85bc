package com.saqsommelier.scraper.page;

/** A page that is not the product page it should be; the message says in what. */
public final class UnreadablePageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How much of a text at fault a message repeats. */
    private static final int LONGEST_SHOWN = 80;

    private final PageField field;

    UnreadablePageException(PageField field, String message) {
        super(message);
        this.field = field;
    }

    UnreadablePageException(PageField field, String message, Throwable cause) {
        super(message, cause);
        this.field = field;
    }

    /** What was at fault, to count failures by. */
    public PageField field() {
        return field;
    }

    /** A text from a page, cut where it would make a message too long. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
    }
}
