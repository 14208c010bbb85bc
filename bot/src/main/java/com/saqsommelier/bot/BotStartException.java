package com.saqsommelier.bot;

/** The bot could not start; the message says why and what to look at, and never holds the token. */
public final class BotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passes;

    /**
     * A failed start.
     *
     * @param passes whether it may succeed later with nothing changed
     */
    BotStartException(String message, Throwable cause, boolean passes) {
        super(message, cause);
        this.passes = passes;
    }

    /** Whether the same start may succeed later, as when Telegram could not be reached. */
    public boolean passes() {
        return passes;
    }
}
