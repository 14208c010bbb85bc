package com.saqsommelier.app;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import java.nio.file.Path;
import java.time.InstantSource;

/** A crawl with its metrics, by hand, by a timer or by a schedule. */
final class CrawlJob {

    private static final InstantSource CLOCK = InstantSource.system();

    private final CrawlSettings settings;
    private final Path metricsDirectory;
    private final Database database;

    CrawlJob(CrawlSettings settings, Path metricsDirectory, Database database) {
        this.settings = settings;
        this.metricsDirectory = metricsDirectory;
        this.database = database;
    }

    /** Runs it; the metrics tell of every end but that of a job that did not begin because it runs already. */
    CrawlSummary run(CrawlProgress progress)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        Runs runs = new Runs(database, CLOCK);
        try (JobMetrics metrics = JobMetrics.begin(metricsDirectory, Crawl.JOB, CLOCK)) {
            metrics.lastComplete(runs.lastComplete(Crawl.JOB));
            try {
                CrawlSummary summary = new Crawl(settings, database, progress, metrics.registry(), CLOCK).run();
                metrics.lastComplete(runs.lastComplete(Crawl.JOB));
                metrics.ended(summary.exitCode());
                return summary;
            } catch (RunInProgressException e) {
                metrics.discard();
                throw e;
            } catch (InterruptedException e) {
                metrics.ended(ExitCode.INTERRUPTED);
                throw e;
            } catch (CrawlStoppedException | RuntimeException e) {
                metrics.ended(ExitCode.NOTHING_DONE);
                throw e;
            }
        }
    }
}
