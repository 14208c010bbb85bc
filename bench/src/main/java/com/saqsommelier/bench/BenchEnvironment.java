package com.saqsommelier.bench;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Environment of a benchmark: an empty catalogue on a PostgreSQL of its own, deleted when it is closed. */
final class BenchEnvironment implements AutoCloseable {

    private final Path directory;
    private final Database database;

    BenchEnvironment() throws IOException {
        directory = Files.createTempDirectory("sommelier-bench");
        database = Database.open(new DatabaseSettings.Embedded(directory));
    }

    Database database() {
        return database;
    }

    CrawlSummary crawl(CrawlSettings settings, InstantSource clock) throws Exception {
        return new Crawl(settings, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), clock).run();
    }

    /** Stores a catalogue as if its pages had been read. */
    static void fill(Database database, GeneratedCatalogue catalogue) {
        Products products = new Products(database);
        database.inTransaction(() -> {
            for (int index = 0; index < catalogue.size(); index++) {
                products.store(GeneratedReadings.of(catalogue.product(index)));
            }
            return catalogue.size();
        });
    }

    @Override
    public void close() throws IOException {
        database.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
