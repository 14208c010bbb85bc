package com.saqsommelier.bot.telegram;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The shortest round trip of the last calls to Telegram. Half of it is the least time that an answer travelled, so a
 * message was accepted at least that long before its answer arrived. Empty until there are enough calls, since the first
 * ones are slow for reasons of their own. Guarded by the caller.
 */
final class ShortestRoundTrip {

    private static final int REMEMBERED = 32;

    /**
     * What is never taken for the way back: on a starved machine even the quickest call has waited for a processor that
     * long, and Telegram may have taken the message after that.
     */
    private static final long IN_DOUBT = TimeUnit.MILLISECONDS.toNanos(20);

    private final long[] last = new long[REMEMBERED];
    private int calls;

    /** Adds a call and returns the way back, all in nanoseconds. */
    long of(long duration) {
        last[calls % REMEMBERED] = duration;
        calls++;
        if (calls < REMEMBERED) {
            return 0;
        }
        long quickest = Arrays.stream(last).min().orElse(0);
        return Math.max(0, quickest / 2 - IN_DOUBT);
    }
}
