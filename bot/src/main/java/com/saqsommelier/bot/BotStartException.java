package com.saqsommelier.bot;

/** The bot could not start; the message says why and what to look at, and never holds the token. */
public final class BotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
