package com.saqsommelier.simulator.saq;

/**
 * Draws that are the same whenever they are repeated: each follows from the seed and from what it is drawn for, so that
 * nothing has to be remembered of them.
 */
record Dice(long seed) {

    /** What a draw is for; draws for different purposes do not hang together. */
    enum Purpose {
        WEEKLY_MOVE,
        WEEKLY_CHANGE,
        DAILY_ONLINE,
        DAILY_QUANTITY,
        DAILY_STORES,
        SPREAD,
        HOME,
        PHASE,
        CARRIED,
        DELIVERED,
        SOLD,
        PROFILE
    }

    /** A number from 0 up to, not including, 1. */
    double unit(Purpose purpose, int first, int second) {
        return (mixed(purpose, first, second) >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound, Purpose purpose, int first, int second) {
        return (int) Long.remainderUnsigned(mixed(purpose, first, second), bound);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, 2014) over a combination of the four. */
    private long mixed(Purpose purpose, int first, int second) {
        long bits = seed + purpose.name().hashCode() * 0x9E3779B97F4A7C15L;
        bits = finish(bits + first * 0xD1B54A32D192ED03L);
        return finish(bits + second * 0x8CB92BA72F3D8DD7L);
    }

    private static long finish(long value) {
        long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
