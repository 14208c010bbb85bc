package com.saqsommelier.core.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A command in the command log.
 *
 * @param bot channel and number of the bot: {@code tg:42}
 * @param updateId the number that the channel gave it
 * @param userId who gave it: {@code tg:123}
 * @param command its name in lower case: {@code search}; never what was written
 * @param begunBy the process that handles it
 * @param ending how it ended; empty while it is handled, and for ever where the process was killed
 */
public record LoggedCommand(
        String bot,
        long updateId,
        String userId,
        String command,
        Instant begunAt,
        String begunBy,
        Optional<Ending> ending) {

    /**
     * How it ended.
     *
     * @param took from its arrival to the end of the answer
     */
    public record Ending(Outcome outcome, Duration took) {}

    /** What became of it. */
    public enum Outcome {
        /** It was answered. */
        ANSWERED,
        /** Of somebody who may not come in. */
        TURNED_AWAY,
        /** The backend did not answer, and the person was told so. */
        UNAVAILABLE,
        /** Something went wrong on our side, and the person was told so. */
        FAILED
    }

    /** The same, ended. */
    public LoggedCommand ended(Outcome outcome, Duration took) {
        return new LoggedCommand(
                bot, updateId, userId, command, begunAt, begunBy, Optional.of(new Ending(outcome, took)));
    }
}
