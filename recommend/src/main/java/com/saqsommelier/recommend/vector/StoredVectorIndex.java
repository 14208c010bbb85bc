package com.saqsommelier.recommend.vector;

import com.saqsommelier.core.embedding.Embeddings;
import com.saqsommelier.core.embedding.StoredVector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Vectors of the database, compared in memory. They are read when somebody first asks, and with each question what changed
 * since; while the database is away, what was read before answers.
 */
public final class StoredVectorIndex implements VectorIndex {

    private static final Logger LOG = LoggerFactory.getLogger(StoredVectorIndex.class);

    /** Rows that are read at once. */
    private static final int PAGE = 1_000;

    private final Embeddings table;
    private final ExactVectorIndex memory;

    /** Guarded by this. */
    private long seen;

    /** An index over a table whose vectors are all of one model; see {@link VectorStore}. */
    public StoredVectorIndex(Embeddings table, EmbeddingModelName model) {
        this.table = table;
        this.memory = new ExactVectorIndex(model);
    }

    @Override
    public EmbeddingModelName model() {
        return memory.model();
    }

    @Override
    public void upsert(Collection<Entry> entries) {
        entries.forEach(entry -> Dimensions.check(model(), entry.vector()));
        table.store(entries.stream()
                .map(entry -> new StoredVector(entry.sku(), entry.hash(), Optional.of(entry.vector())))
                .toList());
    }

    @Override
    public void delete(Collection<String> skus) {
        if (!skus.isEmpty()) {
            table.remove(skus);
        }
    }

    @Override
    public Map<String, String> hashes() {
        return table.hashes();
    }

    @Override
    public Map<String, float[]> vectors(Set<String> skus) {
        readOnWherePossible();
        return memory.vectors(skus);
    }

    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        readOnWherePossible();
        return memory.nearest(question, limit, among);
    }

    private void readOnWherePossible() {
        try {
            readOn();
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer; vectors that were read before are compared: {}", e.getMessage());
        }
    }

    private synchronized void readOn() {
        int read;
        do {
            read = table.changedAfter(seen, PAGE, this::take);
        } while (read == PAGE);
    }

    private void take(StoredVector stored, long revision) {
        // Vectors of a model that another process has put in their place meanwhile cannot be compared.
        if (stored.vector().isPresent() && stored.vector().get().length == model().dimension()) {
            memory.upsert(List.of(new Entry(stored.sku(), "", stored.vector().get())));
        } else {
            memory.delete(List.of(stored.sku()));
        }
        seen = revision;
    }

    @Override
    public void close() {
        memory.close();
    }
}
