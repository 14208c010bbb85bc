package com.saqsommelier.recommend.vector;

/** The sentence model cannot be used in this process for now: it could not be loaded, which was logged once. */
public final class EmbedderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbedderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
