package com.saqsommelier.recommend.vector;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.document.Profiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an index up to date with the catalogue. A batch is one transaction: interrupted, it goes on where it stopped, and
 * several processes take turns.
 */
public final class EmbeddingRun {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingRun.class);
    private static final int BATCH = 128;

    private final Products products;
    private final VectorStore store;
    private final Profiler profiler = new Profiler();
    private final Map<String, String> hashes = new HashMap<>();
    private boolean compared;

    /** A run over the products of a database. */
    public EmbeddingRun(Products products, VectorStore store) {
        this.products = products;
        this.store = store;
    }

    /** Is told how a run goes on. */
    public interface Listener {

        /** How many products are to be looked at. */
        void products(int count);

        /** So many more have been looked at. */
        void done(int count);
    }

    /**
     * What a run did.
     *
     * @param embedded new or changed texts
     * @param unchanged products whose text says what it said
     * @param deleted vectors of products that left the catalogue
     * @param failed texts on which the model fails; they are passed over
     */
    public record Summary(int embedded, int unchanged, int deleted, int failed) {

        static final Summary NOTHING = new Summary(0, 0, 0, 0);

        Summary and(Summary other) {
            return new Summary(
                    embedded + other.embedded,
                    unchanged + other.unchanged,
                    deleted + other.deleted,
                    failed + other.failed);
        }
    }

    /**
     * Embeds what is new or changed since the last run and forgets what left the catalogue.
     *
     * @throws ModelMismatchException when the stored vectors are of another model
     */
    public Summary run(Listener listener) {
        begin();
        return follow(listener);
    }

    /**
     * Compares every product with its vector instead of trusting the last run, and forgets vectors of products that are
     * not there: for an index that was changed, restored or emptied by somebody else.
     */
    public Summary reconcile(Listener listener) {
        begin();
        store.stores().beginAgain(store.name(), model().name(), model().dimension());
        Summary followed = follow(listener);
        Set<String> strays = new HashSet<>(store.index().hashes().keySet());
        strays.removeAll(products.findAll(strays).keySet());
        store.index().delete(strays);
        return followed.and(new Summary(0, 0, strays.size(), 0));
    }

    /** Lets go of the vectors of another model and embeds everything anew. */
    public Summary replace(Listener listener) {
        store.index().delete(store.index().hashes().keySet());
        store.stores().beginAgain(store.name(), model().name(), model().dimension());
        return follow(listener);
    }

    private EmbeddingModelName model() {
        return store.embedder().model();
    }

    private void begin() {
        store.otherModel().ifPresent(stored -> {
            throw new ModelMismatchException(stored, model());
        });
        store.stores().begin(store.name(), model().name(), model().dimension());
    }

    private Summary follow(Listener listener) {
        long from = store.stores().find(store.name()).orElseThrow().revision();
        listener.products(products.countChangedAfter(from));
        Summary all = Summary.NOTHING;
        for (boolean more = true; more && !Thread.currentThread().isInterrupted(); ) {
            List<Product> batch = new ArrayList<>();
            Summary[] summary = {Summary.NOTHING};
            try {
                store.stores().advance(store.name(), done -> {
                    batch.addAll(products.changedAfter(done, BATCH));
                    summary[0] = take(batch);
                    return batch.isEmpty() ? done : batch.getLast().revision();
                });
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    LOG.debug("Interrupted; the batch in hand was not stored", e);
                    return all;
                }
                throw e;
            }
            all = all.and(summary[0]);
            listener.done(batch.size());
            more = batch.size() == BATCH;
        }
        return all;
    }

    private Summary take(List<Product> changed) {
        if (changed.isEmpty()) {
            return Summary.NOTHING;
        }
        if (!compared) {
            hashes.putAll(store.index().hashes());
            compared = true;
        }
        String model = model().toString();
        List<String> gone = changed.stream()
                .filter(Product::delisted)
                .map(Product::sku)
                .filter(hashes::containsKey)
                .toList();
        List<ProductText> texts = changed.stream()
                .filter(product -> !product.delisted())
                .map(profiler::profile)
                .map(ProductText::of)
                .toList();
        List<ProductText> due = texts.stream()
                .filter(text -> !text.hash(model).equals(hashes.get(text.sku())))
                .toList();
        List<VectorIndex.Entry> entries = entries(due, model);
        if (!entries.isEmpty()) {
            store.index().upsert(entries);
        }
        store.index().delete(gone);
        entries.forEach(entry -> hashes.put(entry.sku(), entry.hash()));
        gone.forEach(hashes::remove);
        return new Summary(entries.size(), texts.size() - due.size(), gone.size(), due.size() - entries.size());
    }

    private List<VectorIndex.Entry> entries(List<ProductText> due, String model) {
        try {
            List<float[]> vectors =
                    store.embedder().embed(due.stream().map(ProductText::text).toList());
            List<VectorIndex.Entry> entries = new ArrayList<>();
            for (int i = 0; i < due.size(); i++) {
                entries.add(new VectorIndex.Entry(due.get(i).sku(), due.get(i).hash(model), vectors.get(i)));
            }
            return entries;
        } catch (EmbedderUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (due.size() == 1) {
                LOG.warn(
                        "Product {} cannot be embedded and is passed over",
                        due.getFirst().sku(),
                        e);
                return List.of();
            }
            // One text must not keep the others out.
            return due.stream()
                    .flatMap(text -> entries(List.of(text), model).stream())
                    .toList();
        }
    }
}
