package com.saqsommelier.simulator.claude;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Faults that wait for their call: those planned for one call first, then the one that lasts. Safe for several threads. */
final class Faults {

    private final Deque<Fault> next = new ArrayDeque<>();
    private @Nullable Fault lasting;

    synchronized void next(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
    }

    synchronized void lasting(Fault fault) {
        lasting = fault;
    }

    synchronized void mend() {
        next.clear();
        lasting = null;
    }

    synchronized Optional<Fault> take() {
        return Optional.ofNullable(next.isEmpty() ? lasting : next.remove());
    }
}
