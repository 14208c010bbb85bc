package com.saqsommelier.recommend.vector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Vectors of products of one model. Implementations are safe for use by several threads. */
public interface VectorIndex extends AutoCloseable {

    /**
     * The vector of a product.
     *
     * @param hash of the text and the model it was made from
     * @param vector of length 1; not copied, for there are tens of thousands, and not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(String sku, String hash, float[] vector) {}

    /**
     * A product near a question.
     *
     * @param similarity the cosine, -1 to 1, right to 0.0002
     */
    record Neighbour(String sku, double similarity) {}

    /** What the vectors are made with. */
    EmbeddingModelName model();

    /** Stores vectors, in place of those that the products had. */
    void upsert(Collection<Entry> entries);

    /** Forgets products; those it does not know do not matter. */
    void delete(Collection<String> skus);

    /** The hash of every product it holds: what need not be embedded again. */
    Map<String, String> hashes();

    /**
     * The vectors of products, by SKU, without those that have none. Their numbers may have been rounded to half precision.
     *
     * @param skus few: those of one answer
     */
    Map<String, float[]> vectors(Set<String> skus);

    /**
     * The nearest products, nearest first, at equal similarity by SKU.
     *
     * @param limit how many at most, 1 or more
     * @param among only these products, when present
     */
    List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among);

    @Override
    void close();
}
