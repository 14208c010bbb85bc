package com.saqsommelier.simulator.saq;

import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Prints what a wine is made of: {@code Merlot 65 %, Cabernet sauvignon 35 %}, with U+00A0 before the sign. */
final class Grapes {

    private Grapes() {}

    /**
     * The grapes in the order of their share. Shares are in steps of five percent, and one wine in eight tells none, as
     * in the genuine catalogue.
     */
    static String print(List<String> grapes, RandomGenerator random) {
        boolean silent = random.nextInt(8) == 0;
        StringJoiner text = new StringJoiner(", ");
        int left = 100;
        for (int at = 0; at < grapes.size(); at++) {
            int others = grapes.size() - at - 1;
            int share = others == 0 ? left : larger(left, others, random);
            text.add(silent ? grapes.get(at) : grapes.get(at) + " " + share + "\u00a0%");
            left -= share;
        }
        return text.toString();
    }

    /** More than an equal part of what is left, and at least five for each that follows. */
    private static int larger(int left, int others, RandomGenerator random) {
        int least = (left / (others + 1) + 5) / 5 * 5;
        int most = Math.max(least, left - 5 * others);
        return Math.min(least + random.nextInt((most - least) / 5 + 1) * 5, left - 5 * others);
    }
}
