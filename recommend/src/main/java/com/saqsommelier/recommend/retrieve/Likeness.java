package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.Similar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;

/**
 * Which products are like one: those that have most in common with it by their facts, and of these rather those whose
 * texts mean the same, where vectors tell. Safe for use by several threads.
 */
public final class Likeness {

    /** Of so many that are like it by facts, vectors choose; more than anybody is shown. */
    private static final int DEPTH = 100;

    private static final double BY_FACTS = 2;
    private static final double BY_VECTORS = 1;
    private static final double K = 60;

    private final CatalogueIndex index;
    private final Optional<Vectors> vectors;

    /** @param vectors absent to compare facts alone */
    public Likeness(CatalogueIndex index, Optional<Vectors> vectors) {
        this.index = index;
        this.vectors = vectors;
    }

    /**
     * The products that are most like one, by facts and vectors; by facts alone where the product has no vector or the
     * vectors cannot be asked. Never the product itself, nor another size or year of it.
     *
     * @param product need not be in the catalogue any more
     * @param limit at most so many, 1 or more
     */
    public List<Product> to(Product product, int limit) {
        if (vectors.isEmpty()) {
            return byFacts(product, limit);
        }
        List<Similar> alike = index.similar(product, Math.max(DEPTH, limit));
        Map<String, Double> closeness =
                vectors.get().ask(them -> closeness(product, alike, them)).orElse(Map.of());
        return (closeness.isEmpty() ? alike : fused(alike, closeness))
                .stream().limit(limit).map(Similar::product).toList();
    }

    /** The same by facts alone, which waits for nothing. */
    public List<Product> byFacts(Product product, int limit) {
        return index.similar(product, limit).stream().map(Similar::product).toList();
    }

    /** The cosine by SKU; nothing where the product itself has no vector. */
    private static Map<String, Double> closeness(Product product, List<Similar> alike, Vectors vectors) {
        Set<String> skus = new HashSet<>(Set.of(product.sku()));
        alike.forEach(one -> skus.add(one.product().sku()));
        Map<String, float[]> found = new HashMap<>(vectors.index().vectors(skus));
        float[] own = found.remove(product.sku());
        Map<String, Double> closeness = new HashMap<>();
        if (own != null) {
            found.forEach((sku, vector) -> closeness.put(sku, (double) VectorUtil.dotProduct(own, vector)));
        }
        return closeness;
    }

    private static List<Similar> fused(List<Similar> alike, Map<String, Double> closeness) {
        Map<String, Double> likeness = new LinkedHashMap<>();
        alike.forEach(one -> likeness.put(one.product().sku(), one.likeness()));
        Fusion fusion = new Fusion();
        fusion.ranking(List.copyOf(likeness.keySet()), sku -> likeness.getOrDefault(sku, 0.0), BY_FACTS, K);
        // Who has no vector yet is last, but takes part: a catalogue that is being embedded is no reason to vanish.
        fusion.ranking(List.copyOf(likeness.keySet()), sku -> closeness.getOrDefault(sku, -1.0), BY_VECTORS, K);
        // The sort is stable: what is equal stays as the facts have it, what can be bought first.
        return alike.stream()
                .sorted(Comparator.comparingDouble(
                                (Similar one) -> fusion.of(one.product().sku()))
                        .reversed())
                .toList();
    }
}
