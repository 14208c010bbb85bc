package com.saqsommelier.bot.telegram;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long before its answer Telegram had taken a message, at the least: half of the shortest of the last calls was its way
 * back. Nothing until there are enough calls: the first ones are slow in ways of their own. Guarded by the caller.
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
