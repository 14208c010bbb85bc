package com.saqsommelier.recommend.vector;

/** The vector index failed a moment ago and its circuit breaker is open: it is not asked for a while. */
public final class VectorsAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VectorsAwayException(Throwable cause) {
        super("The vector index failed a moment ago and is not asked for a while.", cause, false, false);
    }
}
