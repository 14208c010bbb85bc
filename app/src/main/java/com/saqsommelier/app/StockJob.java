package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySettings;
import com.saqsommelier.scraper.AvailabilitySummary;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.StoreSummary;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import java.nio.file.Path;
import java.time.InstantSource;

/** Stores and stock, with their metrics. */
final class StockJob {

    private static final InstantSource CLOCK = InstantSource.system();

    private final AvailabilitySettings settings;
    private final Path metrics;
    private final Database database;

    StockJob(Settings settings, Database database) {
        this.settings = settings.availability();
        this.metrics = settings.metricsDirectory();
        this.database = database;
    }

    StoreSummary stores() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return new MeteredJob(StoreDirectory.JOB, metrics, database)
                .run(registry -> new StoreDirectory(settings, database, registry, CLOCK).run(), StoreSummary::exitCode);
    }

    AvailabilitySummary watched(CrawlProgress progress)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return availability()
                .run(
                        registry -> new Availability(settings, database, progress, registry, CLOCK).readWatched(),
                        AvailabilitySummary::exitCode);
    }

    AvailabilitySummary all(LiveSearchSettings access, CrawlProgress progress)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return availability()
                .run(
                        registry -> new Availability(settings, database, progress, registry, CLOCK).readAll(access),
                        AvailabilitySummary::exitCode);
    }

    private MeteredJob availability() {
        return new MeteredJob(Availability.JOB, metrics, database);
    }
}
