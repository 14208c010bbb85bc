package com.saqsommelier.bot.telegram;

import java.util.Arrays;

/**
 * The shortest of the last calls: so much before its answer Telegram had taken a message for certain, if the way there and
 * back takes what it takes at best. Guarded by the caller.
 */
final class QuickestCall {

    private static final int REMEMBERED = 32;

    private final long[] last = new long[REMEMBERED];
    private int calls;

    /** Adds a call and returns the shortest of the last ones, all in nanoseconds. */
    long of(long duration) {
        last[calls % REMEMBERED] = duration;
        calls++;
        return Arrays.stream(last, 0, Math.min(calls, REMEMBERED)).min().orElse(0);
    }
}
