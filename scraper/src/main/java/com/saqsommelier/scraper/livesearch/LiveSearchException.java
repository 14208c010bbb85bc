package com.saqsommelier.scraper.livesearch;

/** Live Search refused, or answered in another shape than is known; the message says what the usual cause is. */
public final class LiveSearchException extends Exception {

    private static final long serialVersionUID = 1L;

    LiveSearchException(String message) {
        super(message);
    }

    LiveSearchException(String message, Throwable cause) {
        super(message, cause);
    }
}
