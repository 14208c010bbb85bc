package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** A crawl in a process of its own, so that it can be killed. Arguments: JDBC address, user, password, site. */
final class CrawlProcess {

    private CrawlProcess() {}

    public static void main(String[] args) throws Exception {
        CrawlSettings settings = CrawlSettings.of(URI.create(args[3]), Duration.ZERO, "SAQSommelier/test (kills)");
        try (Database database = Database.open(new DatabaseSettings.External(args[0], args[1], args[2]))) {
            CrawlSummary summary = new Crawl(
                            settings, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), InstantSource.system())
                    .run();
            System.exit(summary.exitCode());
        }
    }
}
