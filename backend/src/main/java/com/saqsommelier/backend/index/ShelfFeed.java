package com.saqsommelier.backend.index;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.search.CatalogueIndex;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the sommelier's shelf with the changes of the index. The initial load runs after startup, which does not wait for
 * it; changes that arrive meanwhile are applied after it, since one thread does everything in order.
 */
final class ShelfFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfFeed.class);

    private final CatalogueIndex index;
    private final CompletableFuture<Void> filled = new CompletableFuture<>();
    private final ProductShelf shelf = new ProductShelf(filled);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("shelf").daemon().factory());

    ShelfFeed(CatalogueIndex index) {
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
                index.forEach(this::fill);
                filled.complete(null);
            } catch (CancellationException e) {
                filled.cancel(false);
            } catch (RuntimeException e) {
                LOG.error("The sommelier's shelf could not be filled; recommendations fail until the next start", e);
                filled.completeExceptionally(e);
            }
        });
    }

    private void fill(List<Product> part) {
        if (thread.isShutdown()) {
            throw new CancellationException("The backend was closed");
        }
        shelf.update(part);
    }

    /** Puts there what changed, after what came before. */
    void update(List<Product> changed) {
        if (!thread.isShutdown()) {
            thread.execute(() -> shelf.update(changed));
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        filled.cancel(false);
    }
}
