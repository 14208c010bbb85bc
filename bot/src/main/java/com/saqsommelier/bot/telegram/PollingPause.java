package com.saqsommelier.bot.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long polling waits after each failure: longer each time, up to a minute, however long Telegram has been away, so
 * that people are answered soon after the end of an outage.
 */
final class PollingPause {

    /** Of the first pause, give or take half. */
    static final Duration FIRST = Duration.ofMillis(500);

    /** Of any pause. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;

    /** Telegram has answered. */
    void reset() {
        failures = 0;
    }

    /** The length of the next pause, in milliseconds. */
    long nextBackOffMillis() {
        long middle = FIRST.toMillis() << Math.min(failures, 10);
        failures++;
        long chosen = ThreadLocalRandom.current().nextLong(middle / 2, middle * 3 / 2 + 1);
        return Math.min(chosen, LONGEST.toMillis());
    }
}
