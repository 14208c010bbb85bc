package com.saqsommelier.simulator.saq;

/** A query that Live Search understands and refuses. */
final class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchException(String message) {
        super(message);
    }
}
