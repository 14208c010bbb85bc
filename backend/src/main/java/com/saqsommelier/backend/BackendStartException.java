package com.saqsommelier.backend;

/** The backend cannot be started; the message says why and what to do. */
public final class BackendStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackendStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
