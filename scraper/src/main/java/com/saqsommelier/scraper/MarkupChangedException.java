package com.saqsommelier.scraper;

/** The pages no longer look as they should; nothing more may be written. */
final class MarkupChangedException extends Exception {

    private static final long serialVersionUID = 1L;

    MarkupChangedException(String message) {
        super(message);
    }
}
