package com.saqsommelier.backend.health;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.delivery.DeliveryCounts;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.IndexFeed;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps a {@link HealthSnapshot} fresh on a thread of its own, with every probe time-boxed, so that an answer about health
 * never waits for what is down. A caller starts a refresh and takes its result when it comes within a moment, or else the
 * last one.
 */
@Component
final class HealthMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);
    private static final Duration PATIENCE_OF_A_PROBE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_OF_THE_FIRST = Duration.ofSeconds(10);
    private static final Duration PATIENCE_OF_A_CALLER = Duration.ofMillis(40);

    private final CatalogueIndex index;
    private final IndexFeed feed;
    private final TimeBoxedProbe<Boolean> database;
    private final TimeBoxedProbe<DeliveryCounts> deliveries;
    private final Optional<TimeBoxedProbe<DiskSpace>> disk;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("health").daemon().factory());
    private final AtomicReference<@Nullable CompletableFuture<HealthSnapshot>> refresh = new AtomicReference<>();
    private volatile HealthSnapshot last;

    HealthMonitor(
            Database database, CatalogueIndex index, IndexFeed feed, Deliveries deliveries, DataDirectory directory) {
        this.index = index;
        this.feed = feed;
        this.database = new TimeBoxedProbe<>("probe of the database", database::answers);
        this.deliveries = new TimeBoxedProbe<>("probe of deliveries", deliveries::counts);
        this.disk = directory.path().map(path -> new TimeBoxedProbe<>("probe of the disk", () -> DiskSpace.of(path)));
        last = first();
        var _ = thread.scheduleWithFixedDelay(
                () -> {
                    var _ = startRefresh();
                },
                0,
                BETWEEN_REFRESHES.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** The state as of now or, while something hangs, as of the last refresh. Takes some 40 ms at most. */
    HealthSnapshot current() {
        try {
            return startRefresh().get(PATIENCE_OF_A_CALLER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last;
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            return last;
        }
    }

    /** The state as of the last refresh. */
    HealthSnapshot latest() {
        return last;
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    /** The first state, taken while the backend starts, so that the first answer lacks nothing that can be read. */
    private HealthSnapshot first() {
        try {
            return probe(PATIENCE_OF_THE_FIRST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // The feed is there, so the database answered a moment ago.
            return new HealthSnapshot(true, products(), feed.state(), Optional.empty(), Optional.empty());
        }
    }

    /** The refresh under way, or a new one. */
    private CompletableFuture<HealthSnapshot> startRefresh() {
        CompletableFuture<HealthSnapshot> mine = new CompletableFuture<>();
        CompletableFuture<HealthSnapshot> other = refresh.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        thread.execute(() -> complete(mine));
        return mine;
    }

    private void complete(CompletableFuture<HealthSnapshot> mine) {
        try {
            last = probe(PATIENCE_OF_A_PROBE);
            refresh.set(null);
            mine.complete(last);
        } catch (InterruptedException e) {
            // The backend is closing.
            refresh.set(null);
            mine.complete(last);
        } catch (RuntimeException e) {
            LOG.warn("The state of the backend could not be read; health answers with the last one", e);
            refresh.set(null);
            mine.completeExceptionally(e);
        }
    }

    private HealthSnapshot probe(Duration patience) throws InterruptedException {
        boolean answers = database.ask(patience).orElse(false);
        Optional<DeliveryCounts> counts = answers ? deliveries.ask(patience) : Optional.empty();
        Optional<DiskSpace> space = disk.isPresent() ? disk.get().ask(patience) : Optional.empty();
        return new HealthSnapshot(answers, products(), feed.state(), counts, space);
    }

    private Optional<Integer> products() {
        try {
            return Optional.of(index.size());
        } catch (RuntimeException e) {
            LOG.debug("The index does not answer", e);
            return Optional.empty();
        }
    }
}
