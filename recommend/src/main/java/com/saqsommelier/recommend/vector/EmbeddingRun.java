package com.saqsommelier.recommend.vector;

import com.saqsommelier.recommend.document.ProductText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** Brings an index up to date with the texts of the catalogue. Interrupted, it goes on where it stopped. */
public final class EmbeddingRun {

    private static final int BATCH = 64;

    private final Embedder embedder;
    private final VectorIndex index;

    /** @throws ModelMismatchException when index and embedder are of different models */
    public EmbeddingRun(Embedder embedder, VectorIndex index) {
        if (!embedder.model().equals(index.model())) {
            throw new ModelMismatchException("the index", index.model(), embedder.model());
        }
        this.embedder = embedder;
        this.index = index;
    }

    /** What a run did. */
    public record Summary(int embedded, int unchanged, int deleted) {}

    /**
     * Embeds what is new or changed and forgets what is not among the texts.
     *
     * @param progress is told how many texts were embedded, after each batch
     */
    public Summary run(List<ProductText> texts, IntConsumer progress) {
        Map<String, String> stored = index.hashes();
        String model = embedder.model().toString();
        List<ProductText> due = texts.stream()
                .filter(text -> !text.hash(model).equals(stored.get(text.sku())))
                .toList();
        for (int from = 0; from < due.size(); from += BATCH) {
            List<ProductText> batch = due.subList(from, Math.min(due.size(), from + BATCH));
            List<float[]> vectors =
                    embedder.embed(batch.stream().map(ProductText::text).toList());
            List<VectorIndex.Entry> entries = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                entries.add(
                        new VectorIndex.Entry(batch.get(i).sku(), batch.get(i).hash(model), vectors.get(i)));
            }
            index.upsert(entries);
            progress.accept(from + batch.size());
        }
        Set<String> gone = new HashSet<>(stored.keySet());
        texts.forEach(text -> gone.remove(text.sku()));
        index.delete(gone);
        return new Summary(due.size(), texts.size() - due.size(), gone.size());
    }
}
