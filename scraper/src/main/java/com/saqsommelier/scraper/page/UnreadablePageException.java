package com.saqsommelier.scraper.page;

/** A page that is not the product page it should be; the message says in what. */
public final class UnreadablePageException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePageException(String message) {
        super(message);
    }

    UnreadablePageException(String message, Throwable cause) {
        super(message, cause);
    }
}
