package com.saqsommelier.scraper.store;

/** A list of stores cannot be read; the message says what the usual cause is. */
public final class StoreListException extends Exception {

    private static final long serialVersionUID = 1L;

    StoreListException(String message) {
        super(message);
    }

    StoreListException(String message, Throwable cause) {
        super(message, cause);
    }
}
