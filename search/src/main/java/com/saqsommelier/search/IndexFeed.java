package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductVersion;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps an index as the database is. It begins by comparing the state of every product, so that it does not matter how old
 * the index is nor of which database it was made, then reads on from the last revision it has seen. Whatever goes wrong
 * leaves the index as it was, is told once and tried again until it goes well: a feed ends only when it is closed.
 */
public final class IndexFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final int BATCH = 1000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** So many batches are read ahead while the index takes one. */
    private static final int AHEAD = 2;

    /** What a killed process has to read again. To keep each change would wait for the disk at each page of a crawl. */
    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    /** A database that does not answer is given up before. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private final Products products;
    private final CatalogueIndex index;
    private final Consumer<List<Product>> others;
    private final Thread follower;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Instant keptAt = Instant.EPOCH;
    private boolean toBeKept;

    /** Written by the one thread that follows (before, by the one that starts), read by any. */
    private volatile FeedState state = new FeedState(0, Instant.EPOCH, Optional.empty());

    private IndexFeed(Products products, CatalogueIndex index, Consumer<List<Product>> others) {
        this.products = products;
        this.index = index;
        this.others = others;
        this.follower = Thread.ofVirtual().name("index-feed").unstarted(this::follow);
    }

    /**
     * Brings the index up to date, then follows the changes in the background.
     *
     * @throws DataAccessException when the database does not answer now
     */
    public static IndexFeed start(Products products, CatalogueIndex index) {
        return start(products, index, changed -> {});
    }

    /**
     * Brings the index up to date, then follows the changes in the background and hands them on.
     *
     * @param others are told what changed after the start, once the index has it, by one thread at a time; who throws is told
     *     again
     * @throws DataAccessException when the database does not answer now
     */
    public static IndexFeed start(Products products, CatalogueIndex index, Consumer<List<Product>> others) {
        IndexFeed feed = new IndexFeed(products, index, others);
        feed.begin();
        feed.follower.start();
        return feed;
    }

    /** How current the index is now. */
    public FeedState state() {
        return state;
    }

    /** Stops following, after what it does now. */
    @Override
    public void close() {
        // Not by an interrupt, which would close the file that the index happens to write.
        closed.countDown();
        try {
            follower.join(LONGEST_STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        Instant readAt = Instant.now();
        List<ProductVersion> present = products.versions();
        List<String> missing = index.retain(present);
        missing.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .gather(Gatherers.mapConcurrent(AHEAD, products::findAll))
                .forEach(batch -> index.write(batch.values()));
        index.show();
        // What was read after the versions is newer than them, and is read again with what follows.
        long revision =
                present.stream().mapToLong(ProductVersion::revision).max().orElse(0);
        state = new FeedState(revision, readAt, Optional.empty());
        toBeKept = true;
        if (!missing.isEmpty()) {
            LOG.info("The index read {} of {} products from the database", missing.size(), index.size());
        }
    }

    private void catchUp() {
        long revision = state.revision();
        Instant readAt;
        List<Product> changed;
        do {
            readAt = Instant.now();
            changed = products.changedAfter(revision, BATCH);
            if (!changed.isEmpty()) {
                toBeKept = true;
                index.update(changed);
                others.accept(changed);
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

    private void keep() {
        Instant now = Instant.now();
        if (toBeKept && keptAt.plus(KEPT_EVERY).isBefore(now)) {
            index.keep();
            toBeKept = false;
            keptAt = now;
        }
    }

    private void follow() {
        while (closed.getCount() > 0) {
            try {
                keep();
                if (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    catchUp();
                }
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
        return news && closed.getCount() > 0;
    }
}
