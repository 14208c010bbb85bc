package com.saqsommelier.simulator.saq;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {

    private final List<T> things;
    private final int[] upTo;

    Weighted(List<T> things, ToIntFunction<T> weight) {
        this.things = List.copyOf(things);
        upTo = new int[things.size()];
        int sum = 0;
        for (int at = 0; at < upTo.length; at++) {
            sum += weight.applyAsInt(things.get(at));
            upTo[at] = sum;
        }
    }

    T draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextInt(upTo[upTo.length - 1]) + 1);
        return things.get(found < 0 ? -found - 1 : found);
    }
}
