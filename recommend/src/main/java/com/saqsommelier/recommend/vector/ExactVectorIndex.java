package com.saqsommelier.recommend.vector;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/** Compares the question with every vector, in memory. {@link StoredVectorIndex} keeps them over a restart. */
public final class ExactVectorIndex implements VectorIndex {

    private static final Comparator<Neighbour> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::sku);

    private final EmbeddingModelName model;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** An empty index. */
    public ExactVectorIndex(EmbeddingModelName model) {
        this.model = model;
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public void upsert(Collection<Entry> changed) {
        changed.forEach(entry -> Dimensions.check(model, entry.vector()));
        changed.forEach(entry -> entries.put(entry.sku(), entry));
    }

    @Override
    public void delete(Collection<String> skus) {
        entries.keySet().removeAll(Set.copyOf(skus));
    }

    @Override
    public Map<String, String> hashes() {
        return entries.values().stream().collect(Collectors.toUnmodifiableMap(Entry::sku, Entry::hash));
    }

    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        Dimensions.check(model, question);
        PriorityQueue<Neighbour> best = new PriorityQueue<>(NEAREST_FIRST.reversed());
        double furthest = -1;
        for (Entry entry : candidates(among)) {
            double similarity = VectorUtil.dotProduct(question, entry.vector());
            // Nearly all are further away than the last that is kept: they cost no object.
            if (best.size() == limit && similarity < furthest) {
                continue;
            }
            best.add(new Neighbour(entry.sku(), similarity));
            if (best.size() > limit) {
                best.poll();
            }
            furthest = best.element().similarity();
        }
        return best.stream().sorted(NEAREST_FIRST).toList();
    }

    private Collection<Entry> candidates(Optional<Set<String>> among) {
        return among.<Collection<Entry>>map(skus -> skus.stream()
                        .flatMap(sku -> Stream.ofNullable(entries.get(sku)))
                        .toList())
                .orElseGet(entries::values);
    }

    @Override
    public void close() {
        // Nothing to release: it is memory only.
    }
}
