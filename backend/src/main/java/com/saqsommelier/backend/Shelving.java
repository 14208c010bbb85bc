package com.saqsommelier.backend;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.search.CatalogueIndex;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Keeps the sommelier's shelf as the index is. It is filled after the start, which need not wait for it; changes that come
 * meanwhile are put there after it, since one thread does everything in its order.
 */
final class Shelving implements AutoCloseable {

    private final CatalogueIndex index;
    private final CompletableFuture<Void> filled = new CompletableFuture<>();
    private final ProductShelf shelf = new ProductShelf(filled);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("shelf").daemon().factory());

    Shelving(CatalogueIndex index) {
        this.index = index;
    }

    /** The shelf; who asks it before it is full waits. */
    ProductShelf shelf() {
        return shelf;
    }

    /** Puts there what the index holds, in the background. */
    void begin() {
        thread.execute(() -> {
            try {
                index.forEach(shelf::update);
                filled.complete(null);
            } catch (RuntimeException e) {
                filled.completeExceptionally(e);
                throw e;
            }
        });
    }

    /** Puts there what changed, after what came before. */
    void update(List<Product> changed) {
        thread.execute(() -> shelf.update(changed));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        filled.cancel(false);
    }
}
