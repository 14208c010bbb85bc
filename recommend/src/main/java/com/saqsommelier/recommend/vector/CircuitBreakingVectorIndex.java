package com.saqsommelier.recommend.vector;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breaker around an index on a server that may be away. The index is opened by the first query; after a failure the
 * circuit stays open for a while, so that not every question waits for the server.
 */
public final class CircuitBreakingVectorIndex implements VectorIndex {

    private final EmbeddingModelName model;
    private final Supplier<VectorIndex> open;
    private final Duration rest;
    private final InstantSource clock;

    /** Guarded by this. */
    private @Nullable VectorIndex opened;
    /** Guarded by this. */
    private Instant asleepUntil = Instant.MIN;

    /**
     * An index that is not open yet.
     *
     * @param open may throw, and is then tried again after the rest
     * @param rest how long nobody asks after a failure
     */
    public CircuitBreakingVectorIndex(
            EmbeddingModelName model, Supplier<VectorIndex> open, Duration rest, InstantSource clock) {
        this.model = model;
        this.open = open;
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public void upsert(Collection<Entry> entries) {
        ask(index -> {
            index.upsert(entries);
            return entries;
        });
    }

    @Override
    public void delete(Collection<String> skus) {
        ask(index -> {
            index.delete(skus);
            return skus;
        });
    }

    @Override
    public Map<String, String> hashes() {
        return ask(VectorIndex::hashes);
    }

    /** @throws VectorsAwayException at once while it rests after a failure */
    @Override
    public Map<String, float[]> vectors(Set<String> skus) {
        return ask(index -> index.vectors(skus));
    }

    /** @throws VectorsAwayException at once while it rests after a failure */
    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        Dimensions.check(model, question);
        return ask(index -> index.nearest(question, limit, among));
    }

    private <T> T ask(Function<VectorIndex, T> work) {
        try {
            return work.apply(awake());
        } catch (VectorsAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            synchronized (this) {
                asleepUntil = clock.instant().plus(rest);
            }
            throw e;
        }
    }

    private synchronized VectorIndex awake() {
        if (clock.instant().isBefore(asleepUntil)) {
            throw new VectorsAwayException(asleepUntil);
        }
        if (opened == null) {
            opened = open.get();
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
