package com.saqsommelier.bot.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * Sliding-window limit: at most so many messages in any span of a given length, unlike a token bucket, which lets nearly
 * twice as many pass in the span that follows a rest. A message counts from the moment at which Telegram may have taken it until that is
 * certainly long enough ago, so a call that was slow on its way does not make two spans of one
 * (docs/decisions/0030-telegrams-limits.md). Guarded by the caller.
 */
final class SlidingWindow {

    private final int most;
    private final long length;
    private final List<Call> calls = new ArrayList<>();

    /** A call under way or done. */
    static final class Call {
        private static final long UNDER_WAY = Long.MAX_VALUE;

        private final long begun;
        private long taken = UNDER_WAY;

        Call(long begun) {
            this.begun = begun;
        }

        /** When it began, in the caller's nanoseconds. */
        long begun() {
            return begun;
        }

        /** Notes when Telegram took it, at the latest. */
        void taken(long at) {
            taken = Math.max(begun, at);
        }
    }

    /**
     * A window.
     *
     * @param most messages in each span
     * @param length of the span in nanoseconds
     */
    SlidingWindow(int most, long length) {
        this.most = most;
        this.length = length;
    }

    /** How long to wait until one more fits, in nanoseconds; 0 where it fits now. */
    long delay(long now) {
        calls.removeIf(call -> call.taken != Call.UNDER_WAY && call.taken <= now - length);
        if (calls.size() < most) {
            return 0;
        }
        return calls.stream().mapToLong(call -> call.taken).filter(taken -> taken != Call.UNDER_WAY).min().stream()
                .map(taken -> taken + length - now)
                .findFirst()
                // All are under way; whoever ends wakes those who wait.
                .orElse(length);
    }

    /** Counts one that begins now. */
    void add(Call call) {
        calls.add(call);
    }

    /** Whether nothing counts any more. */
    boolean idle(long now) {
        long _ = delay(now);
        return calls.isEmpty();
    }
}
