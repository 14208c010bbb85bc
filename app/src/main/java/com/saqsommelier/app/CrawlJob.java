package com.saqsommelier.app;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import java.nio.file.Path;
import java.time.InstantSource;

/** A crawl with its metrics. */
final class CrawlJob {

    private final CrawlSettings settings;
    private final Database database;
    private final MeteredJob job;

    CrawlJob(CrawlSettings settings, Path metricsDirectory, Database database) {
        this.settings = settings;
        this.database = database;
        this.job = new MeteredJob(Crawl.JOB, metricsDirectory, database);
    }

    CrawlSummary run(CrawlProgress progress)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return job.run(
                registry -> new Crawl(settings, database, progress, registry, InstantSource.system()).run(),
                CrawlSummary::exitCode);
    }
}
