package com.saqsommelier.recommend.claude;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * One answer in the making: what its calls of Claude are noted under, who listens to its reasons as they come, and what it
 * took. It holds for the work that is done within {@link #during}.
 */
public final class Answering {

    private static final ScopedValue<Answering> CURRENT = ScopedValue.newInstance();

    private final UUID id;
    private final ReasonListener listener;
    private final List<MadeCall> calls = new CopyOnWriteArrayList<>();
    private volatile boolean setBack;

    /**
     * An answer.
     *
     * @param id of the recommendation
     * @param listener is told each bottle's reason once it is checked
     */
    public Answering(UUID id, ReasonListener listener) {
        this.id = id;
        this.listener = listener;
    }

    /** A call that an answer rests on: one that was made for it, or one of the same day whose answer was known. */
    public record MadeCall(String model, String promptVersion) {}

    /** Does the work on this answer, on this thread. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** The calls that it rests on so far. */
    public List<MadeCall> calls() {
        return List.copyOf(calls);
    }

    /** Whether a call failed, so that no other is tried for this answer: nobody waits for two timeouts. */
    boolean isSetBack() {
        return setBack;
    }

    void setBack() {
        setBack = true;
    }

    void restsOn(String model, String promptVersion) {
        calls.add(new MadeCall(model, promptVersion));
    }

    UUID id() {
        return id;
    }

    ReasonListener listener() {
        return listener;
    }

    /** The answer that this thread works on; one that nobody asked to follow where there is none. */
    static Answering current() {
        return CURRENT.isBound() ? CURRENT.get() : new Answering(UUID.randomUUID(), ReasonListener.NOBODY);
    }
}
