package com.saqsommelier.simulator.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Failures that wait for their call, each for one, in the order in which they were planned; and failures by chance. Safe for
 * use by several threads.
 */
final class PlannedFailures {

    private final List<PlannedFailure> planned = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();

    private record Chance(PlannedFailure failure, double share, Random dice) {}

    synchronized void add(PlannedFailure failure) {
        planned.add(failure);
    }

    /**
     * From now on that share of calls fails; which ones is told by the seed.
     *
     * @param share from 0 to 1
     */
    synchronized void addChance(PlannedFailure failure, double share, long seed) {
        chances.add(new Chance(failure, share, new Random(seed)));
    }

    synchronized Optional<PlannedFailure> take(String method) {
        for (Iterator<PlannedFailure> each = planned.iterator(); each.hasNext(); ) {
            PlannedFailure failure = each.next();
            if (failure.befalls(method)) {
                each.remove();
                return Optional.of(failure);
            }
        }
        return chances.stream()
                .filter(chance -> chance.failure().befalls(method))
                .filter(chance -> chance.dice().nextDouble() < chance.share())
                .findFirst()
                .map(Chance::failure);
    }

    /** Those that still wait. */
    synchronized List<PlannedFailure> waiting() {
        return List.copyOf(planned);
    }

    synchronized void clear() {
        planned.clear();
        chances.clear();
    }
}
