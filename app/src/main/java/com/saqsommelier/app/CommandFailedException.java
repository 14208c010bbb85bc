package com.saqsommelier.app;

import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message says why and what to do. */
final class CommandFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
