package com.saqsommelier.bot.telegram;

import java.util.Arrays;

/**
 * How long before its answer Telegram had taken a message, at the most: half of the shortest of the last calls, as the
 * other half was its way there. Nothing until there are enough calls: the first ones are slow in ways of their own. Guarded
 * by the caller.
 */
final class QuickestCall {

    private static final int REMEMBERED = 32;

    private final long[] last = new long[REMEMBERED];
    private int calls;

    /** Adds a call and returns the way back, all in nanoseconds. */
    long of(long duration) {
        last[calls % REMEMBERED] = duration;
        calls++;
        return calls < REMEMBERED ? 0 : Arrays.stream(last).min().orElse(0) / 2;
    }
}
