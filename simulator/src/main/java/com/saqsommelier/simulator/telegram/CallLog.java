package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The newest 50,000 calls. Safe for use by several threads. */
final class CallLog {

    private static final int MOST_KEPT = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<CallRecord> calls = new ArrayDeque<>();

    void add(CallRecord call) {
        lock.lock();
        try {
            calls.add(call);
            if (calls.size() > MOST_KEPT) {
                calls.remove();
            }
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<CallRecord> all() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for that many calls of the kind; returns those that came, be they fewer. */
    List<CallRecord> await(Predicate<CallRecord> kind, int count, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            List<CallRecord> found = matching(kind);
            while (found.size() < count && left > 0) {
                left = added.awaitNanos(left);
                found = matching(kind);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private List<CallRecord> matching(Predicate<CallRecord> kind) {
        return calls.stream().filter(kind).toList();
    }
}
