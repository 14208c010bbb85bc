package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps an index as the database is, by reading on from the last revision it has seen. A database that does not answer
 * leaves the index as it was, until it answers again.
 */
public final class IndexFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final int BATCH = 1000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Products products;
    private final CatalogueIndex index;
    private final Thread follower;
    private long revision;
    private boolean failing;

    private IndexFeed(Products products, CatalogueIndex index) {
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
        IndexFeed feed = new IndexFeed(products, index);
        feed.catchUp();
        feed.follower.start();
        return feed;
    }

    /** Stops following. */
    @Override
    public void close() {
        follower.interrupt();
    }

    private void catchUp() {
        List<Product> changed;
        do {
            changed = products.changedAfter(revision, BATCH);
            if (!changed.isEmpty()) {
                index.update(changed);
                revision = changed.getLast().revision();
            }
        } while (changed.size() == BATCH);
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
                catchUp();
                if (failing) {
                    LOG.info("The database answers again; the index is current");
                    failing = false;
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                if (!failing) {
                    LOG.warn("The index stays at revision {} until the database answers: {}", revision, e.getMessage());
                    failing = true;
                }
            }
        }
    }
}
