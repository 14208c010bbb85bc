package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.scraper.site.Politeness;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.store.StoreList;
import com.saqsommelier.scraper.store.StoreListException;
import com.saqsommelier.scraper.store.StoreLists;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over the directory of all stores. A store that a complete directory lacks is closed, and never deleted. */
public final class StoreDirectory {

    /** Name of the job in the table of runs. */
    public static final String JOB = "stores";

    private static final Logger LOG = LoggerFactory.getLogger(StoreDirectory.class);

    private final AvailabilitySettings settings;
    private final Database database;
    private final Stores stores;
    private final RequestMetrics metrics;
    private final InstantSource clock;
    private int requests;
    private long bytes;

    /** A run that has not begun. */
    public StoreDirectory(
            AvailabilitySettings settings, Database database, MeterRegistry registry, InstantSource clock) {
        this.settings = settings;
        this.database = database;
        this.stores = new Stores(database);
        this.metrics = new RequestMetrics(registry);
        this.clock = clock;
    }

    /**
     * Runs it; to be called once.
     *
     * @throws RunInProgressException when another run goes on, in whatever process
     * @throws CrawlStoppedException when the directory cannot be read; nothing was changed then
     */
    public StoreSummary run() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        try (Run run = new Runs(database, clock).begin(JOB);
                SiteClient client =
                        new SiteClient(Politeness.of(settings.userAgent(), settings.delay()), clock, this::requested)) {
            try {
                StoreList list = new StoreLists(client, settings.site(), settings.productStoresPath()).directory();
                StoreSummary summary = store(list);
                run.end(summary.exitCode(), summary.exitCode() == 0, summary.reason(), summary);
                return summary;
            } catch (StoreListException | SiteClosedException e) {
                String reason = String.valueOf(e.getMessage());
                StoreSummary nothing = summary(0, 0, false, 0, 0, reason);
                run.end(2, false, reason, nothing);
                throw new CrawlStoppedException(reason, nothing, e);
            } catch (InterruptedException e) {
                run.end(2, false, "it was interrupted", summary(0, 0, false, 0, 0, null));
                throw e;
            }
        }
    }

    private StoreSummary store(StoreList list) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.inTransaction(() -> {
            long known = stores.count();
            stores.store(list.stores(), at);
            if (!list.complete()) {
                return end(list, 0, 0, "The directory was not read in full, so that no store is closed by it.");
            }
            List<String> gone = stores.notListedSince(at);
            if (!Floor.believes(gone.size(), known)) {
                return end(
                        list,
                        0,
                        gone.size(),
                        gone.size() + " of " + known + " stores are not in the directory; so many at once are not"
                                + " believed and none is closed. Look at saq.com, and run it again tomorrow.");
            }
            stores.close(gone, at);
            return end(list, gone.size(), 0, null);
        });
    }

    private StoreSummary end(StoreList list, int closed, int refused, @Nullable String reason) {
        if (reason != null) {
            LOG.warn("{}", reason);
        }
        return summary(list.stores().size(), list.unreadable(), list.complete(), closed, refused, reason);
    }

    private StoreSummary summary(
            int listed, int unreadable, boolean complete, int closed, int refused, @Nullable String reason) {
        return new StoreSummary(listed, unreadable, complete, closed, refused, requests, bytes, reason);
    }

    private void requested(int status, long size, Duration took) {
        requests++;
        bytes += size;
        metrics.requested(status, size, took);
    }
}
