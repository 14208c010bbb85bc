package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.core.stock.AppliedReadings;
import com.saqsommelier.core.stock.HeldReadings;
import com.saqsommelier.core.stock.Readings;
import com.saqsommelier.core.stock.Stock;
import com.saqsommelier.core.stock.Verdict;
import com.saqsommelier.scraper.livesearch.LiveSearch;
import com.saqsommelier.scraper.livesearch.LiveSearchException;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.scraper.site.Politeness;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run over the stock. Readings are gathered first, and stored with their events all at once when the run has ended
 * and not too much has changed: a broken source looks as if half the shop had sold out.
 */
public final class Availability {

    /** Name of the job in the table of runs. */
    public static final String JOB = "availability";

    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final AvailabilitySettings settings;
    private final Database database;
    private final CrawlProgress progress;
    private final RequestMetrics metrics;
    private final InstantSource clock;
    private final Readings readings;
    private final Stock stock;
    private final StockCount count = new StockCount();

    /** A run that has not begun. */
    public Availability(
            AvailabilitySettings settings,
            Database database,
            CrawlProgress progress,
            MeterRegistry registry,
            InstantSource clock) {
        this.settings = settings;
        this.database = database;
        this.progress = progress;
        this.metrics = new RequestMetrics(registry);
        this.clock = clock;
        this.readings = new Readings(database);
        this.stock = new Stock(database, settings.quiet());
    }

    /** Reads what somebody watches; to be called once. */
    public AvailabilitySummary readWatched()
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return run(client -> new WatchedStock(settings, client, database, readings, clock, progress, count).read());
    }

    /**
     * Reads the whole catalogue from Live Search; to be called once.
     *
     * @param access how to reach it
     */
    public AvailabilitySummary readAll(LiveSearchSettings access)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return run(client -> new WholeStock(new LiveSearch(client, access), readings, clock, progress, count).read());
    }

    /**
     * Believes the readings that were held.
     *
     * @return what they changed; empty when none are held
     */
    public Optional<AppliedReadings> release() throws RunInProgressException {
        try (Run run = new Runs(database, clock).begin(JOB)) {
            Optional<AppliedReadings> applied = readings.held().map(held -> stock.apply(readings));
            run.end(0, false, "the readings that were held were released", applied);
            return applied;
        }
    }

    /**
     * Forgets the readings that were held; nothing was stored of them and nothing is told.
     *
     * @return what was held; empty when nothing is
     */
    public Optional<HeldReadings> discard() throws RunInProgressException {
        try (Run run = new Runs(database, clock).begin(JOB)) {
            Optional<HeldReadings> held = readings.held();
            readings.clear();
            run.end(0, false, "the readings that were held were discarded", held);
            return held;
        }
    }

    /** Fills the readings. */
    @FunctionalInterface
    private interface Source {
        void read(SiteClient client) throws SiteClosedException, LiveSearchException, InterruptedException;
    }

    private AvailabilitySummary run(Source source)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        try (Run run = new Runs(database, clock).begin(JOB);
                SiteClient client =
                        new SiteClient(Politeness.of(settings.userAgent(), settings.delay()), clock, this::requested)) {
            readings.clear();
            try {
                source.read(client);
            } catch (SiteClosedException | LiveSearchException e) {
                count.reason = String.valueOf(e.getMessage());
                count.endedEarly = true;
                if (count.read == 0) {
                    AvailabilitySummary nothing = summary(new Verdict(0, 0, 0, 0), new AppliedReadings(0, 0, 0), false);
                    run.end(2, false, count.reason, nothing);
                    throw new CrawlStoppedException(count.reason, nothing, e);
                }
                LOG.error("The run ends early, what was read is used: {}", count.reason);
            } catch (InterruptedException e) {
                readings.clear();
                run.end(2, false, "it was interrupted", AvailabilitySummary.NOTHING);
                throw e;
            }
            AvailabilitySummary summary = judge();
            run.end(summary.exitCode(), summary.exitCode() == 0, summary.reason(), summary);
            return summary;
        }
    }

    private AvailabilitySummary judge() {
        Verdict verdict = readings.verdict();
        if (verdict.believable(settings.mostChanged())) {
            AppliedReadings applied = stock.apply(readings);
            return summary(verdict, applied, false);
        }
        count.reason = verdict.productsChanged() + " of " + verdict.products() + " products and "
                + verdict.pairsChanged() + " of " + verdict.pairs() + " products in single stores changed at once. So"
                + " much is not believed; nothing was stored or told. Look at saq.com: if it is true, `sommelier"
                + " availability --release`, else `--discard`; the next run replaces them.";
        LOG.error("{}", count.reason);
        readings.hold(clock.instant(), count.reason);
        return summary(verdict, new AppliedReadings(0, 0, 0), true);
    }

    private AvailabilitySummary summary(Verdict verdict, AppliedReadings applied, boolean held) {
        return new AvailabilitySummary(
                count.read,
                count.stores,
                held ? 0 : count.read - applied.products(),
                count.failed,
                verdict.products(),
                verdict.productsChanged(),
                count.endedEarly,
                held,
                applied.events(),
                count.requests,
                count.bytes,
                count.reason);
    }

    private void requested(int status, long bytes, Duration took) {
        count.requests++;
        count.bytes += bytes;
        metrics.requested(status, bytes, took);
    }
}
