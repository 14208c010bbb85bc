package com.saqsommelier.simulator.saq;

import java.util.Arrays;
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
        int[] shares = shares(grapes.size(), random);
        StringJoiner text = new StringJoiner(", ");
        for (int at = 0; at < shares.length; at++) {
            text.add(silent ? grapes.get(at) : grapes.get(at) + " " + shares[at] + "\u00a0%");
        }
        return text.toString();
    }

    /** No weight is so small that rounding it up to five percent could put the first share behind the second. */
    private static int[] shares(int grapes, RandomGenerator random) {
        double[] weights = random.doubles(grapes, 0.15, 1).sorted().toArray();
        double sum = Arrays.stream(weights).sum();
        int[] shares = new int[grapes];
        int left = 100;
        for (int at = 1; at < grapes; at++) {
            shares[at] = Math.max(5, 5 * (int) (20 * weights[grapes - 1 - at] / sum));
            left -= shares[at];
        }
        shares[0] = left;
        return shares;
    }
}
