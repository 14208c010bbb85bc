package com.saqsommelier.recommend.vector;

import com.saqsommelier.core.embedding.VectorStores;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds in the background what a crawl found, on one core and out of the way of answers. Whatever goes wrong is told once
 * and tried again.
 */
public final class EmbeddingFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingFollower.class);

    private static final EmbeddingRun.Listener NOBODY = new EmbeddingRun.Listener() {
        @Override
        public void products(int count) {
            // Nobody looks.
        }

        @Override
        public void done(int count) {
            // Nobody looks.
        }
    };

    private final Products products;
    private final VectorStore store;
    private final Duration pause;
    private final Thread thread;
    private Optional<String> problem = Optional.empty();

    private EmbeddingFollower(Products products, VectorStore store, Duration pause) {
        this.products = products;
        this.store = store.oneAtATime();
        this.pause = pause;
        thread = Thread.ofPlatform().name("embedding").daemon().unstarted(this::follow);
    }

    /**
     * Starts to follow.
     *
     * @param pause between two looks at the catalogue
     */
    public static EmbeddingFollower start(Products products, VectorStore store, Duration pause) {
        EmbeddingFollower follower = new EmbeddingFollower(products, store, pause);
        follower.thread.start();
        return follower;
    }

    /** Stops; the batch in hand is embedded again by whoever comes next. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            // A native model that is being loaded does not heed an interrupt, and a process that ends meanwhile may
            // hang.
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!thread.isInterrupted()) {
            try {
                Thread.sleep(pause);
                look();
                problem = Optional.empty();
            } catch (InterruptedException e) {
                return;
            } catch (EmbedderUnavailableException e) {
                LOG.debug("The embedder said so itself", e);
            } catch (RuntimeException e) {
                if (thread.isInterrupted()) {
                    return;
                }
                if (problem.isEmpty()) {
                    LOG.warn("New products are not embedded for now; they are found by facts and words", e);
                }
                problem = Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    private void look() {
        long done = store.stores()
                .find(store.name())
                .map(VectorStores.State::revision)
                .orElse(0L);
        if (products.countChangedAfter(done) == 0) {
            return;
        }
        EmbeddingRun.Summary summary = new EmbeddingRun(products, store).run(NOBODY);
        if (summary.embedded() > 0 || summary.deleted() > 0) {
            LOG.info("{} products embedded, {} forgotten", summary.embedded(), summary.deleted());
        }
    }
}
