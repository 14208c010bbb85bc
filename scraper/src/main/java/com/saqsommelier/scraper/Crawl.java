package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.page.DuePage;
import com.saqsommelier.core.page.DuePolicy;
import com.saqsommelier.core.page.Listing;
import com.saqsommelier.core.page.Pages;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.core.stock.Stock;
import com.saqsommelier.scraper.archive.PageArchive;
import com.saqsommelier.scraper.livesearch.LiveSearch;
import com.saqsommelier.scraper.livesearch.LiveSearchException;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.scraper.site.Politeness;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.sitemap.IncompleteSitemapsException;
import com.saqsommelier.scraper.sitemap.Sitemaps;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * One run over the catalogue: robots.txt, sitemaps, what came and went, then the pages that are due, the most important
 * first. Everything is stored as it is read, so that a run that is cut short, by whatever, has done what mattered most,
 * and the next one goes on where it was.
 */
public final class Crawl {

    /** Name of the job in the table of runs. */
    public static final String JOB = "scrape";

    private static final Logger LOG = LoggerFactory.getLogger(Crawl.class);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final int RUNS_TO_COMPARE = 5;
    private static final String INTERRUPTED = "it was interrupted";

    private final CrawlSettings settings;
    private final Database database;
    private final CrawlProgress progress;
    private final CrawlMetrics metrics;
    private final RequestMetrics requestMetrics;
    private final InstantSource clock;
    private final Runs runs;
    private final Listing listing;
    private final Tally tally = new Tally();
    private final ParseHealth health;
    private long lastHeartbeat = System.nanoTime();

    /**
     * A crawl that has not begun.
     *
     * @param registry is told how it goes, see docs/operations.md
     */
    public Crawl(
            CrawlSettings settings,
            Database database,
            CrawlProgress progress,
            MeterRegistry registry,
            InstantSource clock) {
        this.settings = settings;
        this.database = database;
        this.progress = progress;
        this.metrics = new CrawlMetrics(registry);
        this.requestMetrics = new RequestMetrics(registry);
        this.clock = clock;
        this.runs = new Runs(database, clock);
        this.listing = new Listing(database);
        this.health = new ParseHealth(runs.recent(JOB, RUNS_TO_COMPARE));
    }

    /**
     * Runs it; to be called once.
     *
     * @throws RunInProgressException when another run goes on, in whatever process
     * @throws CrawlStoppedException when robots.txt or the sitemaps do not let it begin, and nothing was changed; or when
     *     the database or the disk was lost, and what was stored before is kept
     * @throws InterruptedException when the thread was interrupted; what was read is stored
     */
    public CrawlSummary run() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        try (Run run = runs.begin(JOB);
                SiteClient client =
                        new SiteClient(Politeness.of(settings.userAgent(), settings.delay()), clock, this::requested);
                Archive archive = new Archive()) {
            tally.resumed = run.resumed();
            if (run.resumed()) {
                LOG.info("Going on with the pass that began at {}; its last run was killed", run.passBeganAt());
            }
            Optional<PageArchive> kept = archive.open(run);
            boolean whole;
            try {
                whole = list(client);
            } catch (SiteClosedException | IncompleteSitemapsException e) {
                String reason = String.valueOf(e.getMessage());
                run.end(2, false, reason, tally.summary());
                throw new CrawlStoppedException(reason, tally.summary(), e);
            } catch (InterruptedException e) {
                run.end(2, false, INTERRUPTED, tally.summary());
                throw e;
            }
            PageReader reader = new PageReader(
                    database, client, clock, health, metrics, tally, kept, teller(), runs.firstComplete(JOB));
            return finish(run, client, reader, whole);
        }
    }

    /** Pages tell of stock where nothing else does: they come from a cache. */
    private Optional<Stock> teller() {
        return settings.liveSearch().isPresent()
                ? Optional.empty()
                : Optional.of(new Stock(database, settings.quiet()));
    }

    /** Reads what is listed, and says whether absence from it means anything. */
    private boolean list(SiteClient client)
            throws SiteClosedException, IncompleteSitemapsException, InterruptedException {
        Sitemaps.Counts counts = Sitemaps.read(client, settings.site(), listing);
        tally.sitemapUrls = counts.pages();
        tally.notProducts = counts.notProducts();
        tally.otherHosts = counts.otherHosts();
        tally.duplicates = counts.duplicates();
        counts.warnings().forEach(this::warn);
        if (settings.liveSearch().isPresent()) {
            noteRecords(client, settings.liveSearch().get());
        }
        return counts.whole();
    }

    /** Without records, every moved lastmod counts: more is read than need be, and nothing is missed. */
    private void noteRecords(SiteClient site, LiveSearchSettings access) throws InterruptedException {
        Map<String, String> hashes = new HashMap<>();
        try (SiteClient client = site.besides()) {
            LiveSearch.Count count =
                    new LiveSearch(client, access).readByPrice((live, band) -> hashes.put(live.sku(), live.hash(band)));
            if (!count.complete()) {
                warn("Live Search handed out " + count.read() + " of " + count.announced() + " records");
            }
        } catch (LiveSearchException | SiteClosedException e) {
            warn("Live Search does not tell what changed, so that every moved lastmod is read: " + e.getMessage());
        }
        listing.noteRecords(hashes);
    }

    private void warn(String warning) {
        LOG.warn("{}", warning);
        tally.warnings.add(warning);
    }

    private void reconcile(boolean whole) {
        Delisting.Result result =
                new Delisting(database, listing, settings.forceDelist()).reconcile(clock.instant(), whole);
        tally.delisted = result.delisted();
        tally.relisted = result.relisted();
        tally.delistRefused = result.refused();
        tally.events += result.delisted() + result.relisted();
    }

    private CrawlSummary finish(Run run, SiteClient client, PageReader reader, boolean whole)
            throws CrawlStoppedException, InterruptedException {
        String reason = null;
        try {
            reconcile(whole);
            readPages(run, reader);
            if (settings.english()) {
                readEnglish(run, client);
            }
        } catch (DataAccessException | UncheckedIOException e) {
            String lost = "What was read cannot be kept: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                    + ". The usual causes are a full disk and a database that was stopped. What was stored before is kept;"
                    + " the next run goes on.";
            LOG.debug("The cause", e);
            tally.reason = lost;
            end(run, 2, lost);
            throw new CrawlStoppedException(lost, tally.summary(), e);
        } catch (SiteClosedException e) {
            reason = String.valueOf(e.getMessage());
            LOG.error("The run ends early: {}", reason);
        } catch (MarkupChangedException e) {
            reason = String.valueOf(e.getMessage());
            tally.markupChanged = true;
            LOG.error("{}", reason);
        } catch (InterruptedException e) {
            end(run, 2, INTERRUPTED);
            throw e;
        }
        health.warnings().forEach(this::warn);
        tally.reason = reason;
        tally.health = health.shares();
        CrawlSummary summary = tally.summary();
        end(run, summary.exitCode(), reason);
        return summary;
    }

    private void readPages(Run run, PageReader reader)
            throws SiteClosedException, MarkupChangedException, InterruptedException {
        List<DuePage> due = listing.due(
                new DuePolicy(clock.instant(), run.passBeganAt(), settings.refreshAge(), settings.unchangedAge()));
        tally.skipped = tally.sitemapUrls - due.size();
        tally.left = due.size();
        List<DuePage> chosen =
                due.subList(0, Math.min(due.size(), settings.limit().orElse(due.size())));
        progress.pages(chosen.size());
        for (DuePage page : chosen) {
            boolean done = reader.read(page);
            tally.left--;
            progress.pageDone(!done);
            beat(run);
        }
    }

    private void readEnglish(Run run, SiteClient client) throws SiteClosedException, InterruptedException {
        EnglishNames names = new EnglishNames(database, client, settings.site(), clock, () -> beat(run));
        int most = settings.limit().orElse(Integer.MAX_VALUE)
                - tally.fetched
                - tally.notFound
                - tally.forbidden
                - tally.failed;
        tally.english = names.read(Math.max(0, most));
        tally.failed += names.failed();
    }

    private void beat(Run run) {
        long now = System.nanoTime();
        if (now - lastHeartbeat > HEARTBEAT.toNanos()) {
            lastHeartbeat = now;
            run.heartbeat(tally.summary());
            age();
        }
    }

    private void end(Run run, int exitCode, @Nullable String reason) {
        tally.health = health.shares();
        try {
            boolean complete = reason == null && tally.left == 0 && tally.delistRefused == 0;
            run.end(exitCode, complete, reason, tally.summary());
            age();
        } catch (DataAccessException e) {
            // The row stays that of a run that goes on, and the next run takes it for a killed one.
            LOG.warn("The end of the run cannot be written down; the next run takes it for a killed one and goes on");
            LOG.debug("The cause", e);
        }
    }

    private void age() {
        metrics.age(runs.lastComplete(JOB), new Pages(database).oldest(), listing.stored());
    }

    private void requested(int status, long bytes, Duration took) {
        tally.requests++;
        tally.bytes += bytes;
        requestMetrics.requested(status, bytes, took);
    }

    /** The archive of this run. */
    private final class Archive implements AutoCloseable {
        private @Nullable PageArchive open;

        Optional<PageArchive> open(Run run) throws CrawlStoppedException {
            if (settings.keepHtml().isEmpty()) {
                return Optional.empty();
            }
            try {
                PageArchive archive = PageArchive.begin(settings.keepHtml().get(), clock.instant());
                open = archive;
                return Optional.of(archive);
            } catch (IOException e) {
                String reason = "The pages cannot be kept in "
                        + settings.keepHtml().get() + ": " + e + ". Is it a directory that this user may write to?";
                run.end(2, false, reason, tally.summary());
                throw new CrawlStoppedException(reason, tally.summary(), e);
            }
        }

        @Override
        public void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    LOG.warn("The last page may not have been kept: {}", e.toString());
                }
            }
        }
    }
}
