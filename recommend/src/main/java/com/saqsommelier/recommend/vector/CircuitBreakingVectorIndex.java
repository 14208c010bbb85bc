package com.saqsommelier.recommend.vector;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
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
    private final CircuitBreaker breaker;

    /** Guarded by this. */
    private @Nullable VectorIndex opened;

    /**
     * An index that is not open yet.
     *
     * @param open opens the index; may throw, and is then tried again when the circuit is no longer open
     * @param wait how long the circuit stays open after a failure
     */
    public CircuitBreakingVectorIndex(
            EmbeddingModelName model, Supplier<VectorIndex> open, Duration wait, InstantSource clock) {
        this.model = model;
        this.open = open;
        this.breaker = OneFailure.breaker("vectors", wait, clock);
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public void upsert(Collection<Entry> entries) {
        call(index -> {
            index.upsert(entries);
            return entries;
        });
    }

    @Override
    public void delete(Collection<String> skus) {
        call(index -> {
            index.delete(skus);
            return skus;
        });
    }

    @Override
    public Map<String, String> hashes() {
        return call(VectorIndex::hashes);
    }

    /** @throws VectorsAwayException at once while the circuit is open */
    @Override
    public Map<String, float[]> vectors(Set<String> skus) {
        return call(index -> index.vectors(skus));
    }

    /** @throws VectorsAwayException at once while the circuit is open */
    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        Dimensions.check(model, question);
        return call(index -> index.nearest(question, limit, among));
    }

    private <T> T call(Function<VectorIndex, T> work) {
        try {
            return breaker.executeSupplier(() -> work.apply(index()));
        } catch (CallNotPermittedException e) {
            throw new VectorsAwayException(e);
        }
    }

    private synchronized VectorIndex index() {
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
