package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps an index as the database is, by reading on from the last revision it has seen. Whatever goes wrong leaves the
 * index as it was, is told once and tried again until it goes well: a feed ends only when it is closed.
 */
public final class IndexFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final int BATCH = 1000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Products products;
    private final Consumer<List<Product>> index;
    private final Thread follower;

    /** Written by the one thread that follows (before, by the one that starts), read by any. */
    private volatile FeedState state = new FeedState(0, Instant.EPOCH, Optional.empty());

    private IndexFeed(Products products, Consumer<List<Product>> index) {
        this.products = products;
        this.index = index;
        this.follower = Thread.ofVirtual().name("index-feed").unstarted(this::follow);
    }

    /**
     * Fills the index with all there is, then follows the changes in the background.
     *
     * @throws DataAccessException when the database does not answer now
     */
    public static IndexFeed start(Products products, CatalogueIndex index) {
        return start(products, index::update);
    }

    /**
     * Hands all there is to what is built from products, then the changes, by one thread at a time.
     *
     * @param index takes over the present state of products; one that throws is given them again
     * @throws DataAccessException when the database does not answer now
     */
    public static IndexFeed start(Products products, Consumer<List<Product>> index) {
        IndexFeed feed = new IndexFeed(products, index);
        feed.catchUp();
        feed.follower.start();
        return feed;
    }

    /** How current the index is now. */
    public FeedState state() {
        return state;
    }

    /** Stops following. */
    @Override
    public void close() {
        follower.interrupt();
    }

    private void catchUp() {
        long revision = state.revision();
        Instant readAt;
        List<Product> changed;
        do {
            readAt = Instant.now();
            changed = products.changedAfter(revision, BATCH);
            if (!changed.isEmpty()) {
                index.accept(changed);
                revision = changed.getLast().revision();
                state = new FeedState(revision, state.currentAt(), state.problem());
            }
        } while (changed.size() == BATCH);
        boolean failed = state.problem().isPresent();
        state = new FeedState(revision, readAt, Optional.empty());
        if (failed) {
            LOG.info("The index follows the database again and is current");
        }
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
                catchUp();
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                if (failing("The database does not answer")) {
                    LOG.warn(
                            "The index stays at revision {} until the database answers: {}",
                            state.revision(),
                            e.getMessage());
                }
            } catch (RuntimeException e) {
                if (failing("The index does not take the changes (" + e + ")")) {
                    LOG.error("The index stays at revision {}: it does not take the changes", state.revision(), e);
                }
            }
        }
    }

    /** Notes a problem, and says whether it is a new one that should be told. */
    private boolean failing(String problem) {
        Optional<String> present = Optional.of(problem);
        boolean news = !state.problem().equals(present);
        state = new FeedState(state.revision(), state.currentAt(), present);
        return news && !Thread.currentThread().isInterrupted();
    }
}
