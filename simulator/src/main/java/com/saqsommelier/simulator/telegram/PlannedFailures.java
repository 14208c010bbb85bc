package com.saqsommelier.simulator.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Failures that wait for their call, each for one, in the order in which they were planned. */
final class PlannedFailures {

    private final List<PlannedFailure> planned = new ArrayList<>();

    synchronized void add(PlannedFailure failure) {
        planned.add(failure);
    }

    synchronized Optional<PlannedFailure> take(String method) {
        for (Iterator<PlannedFailure> each = planned.iterator(); each.hasNext(); ) {
            PlannedFailure failure = each.next();
            if (failure.method().equalsIgnoreCase(method)) {
                each.remove();
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
