package com.saqsommelier.app;

import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Goes once through what a start and the first questions take, on invented products in a directory of its own, so that the
 * JVM can keep what it learns of the program: classes that are loaded and linked, methods that are worth compiling. The
 * launcher runs it after a build with {@code -XX:AOTCacheOutput} (JEP 514 and 515).
 */
@Command(name = "rehearse", hidden = true, description = "Lets the JVM learn how to start quickly.")
final class RehearseCommand implements Callable<Integer> {

    private static final int PRODUCTS = 100;
    private static final int ROUNDS = 80;

    /** Each kind of answer; the numbers keep an answer from being one that is kept. */
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/products?q=chateau%%20rouge&max_price=9%d",
            "/api/v1/products?q=domaien&max_price=9%d",
            "/api/v1/products?sort=price_asc&country=France&min_price=5&max_price=9%d",
            "/api/v1/products/facets?q=rouge&country=France&max_price=9%d",
            "/api/v1/products/random?max_price=9%d",
            "/api/v1/products?q=vin&page=%d",
            "/health/detailed?%d");

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("sommelier-rehearsal");
        try (SaqSimulator site = SaqSimulator.start(0, new GeneratedCatalogue(1, PRODUCTS));
                Database database = Database.open(new DatabaseSettings.Embedded(directory.resolve("postgres")))) {
            CrawlSettings crawl = CrawlSettings.of(site.baseUrl(), Duration.ZERO, "SAQSommelier/0.1 (rehearsal)");
            new Crawl(crawl, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), InstantSource.system()).run();
            BackendSettings settings =
                    new BackendSettings(0, Optional.of("rehearsal"), true).withIndexIn(directory.resolve("index"));
            try (Backend backend = Backend.start(settings, database)) {
                ask(backend.baseUrl());
            }
        } finally {
            delete(directory);
        }
        return ExitCode.OK;
    }

    private static void ask(URI backend) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 1; round <= ROUNDS; round++) {
                for (String question : QUESTIONS) {
                    get(client, backend.resolve(question.formatted(round)));
                }
            }
            get(client, backend.resolve("/v3/api-docs"));
            get(client, backend.resolve("/actuator/prometheus"));
        }
    }

    private static void get(HttpClient client, URI address) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
