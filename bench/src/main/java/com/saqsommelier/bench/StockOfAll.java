package com.saqsommelier.bench;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySettings;
import com.saqsommelier.scraper.AvailabilitySummary;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Times reading the directory of stores and the stock of every product: once as a baseline, once after nothing happened,
 * and once after products came and went. Argument: products.
 */
final class StockOfAll {

    private static final int CHANGES = 200;

    private StockOfAll() {}

    public static void main(String[] args) throws Exception {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(Questions.SEED, Integer.parseInt(args[0]));
        LivingCatalogue world = new LivingCatalogue(catalogue);
        try (SaqSimulator saq = SaqSimulator.start(0, world);
                BenchEnvironment workplace = new BenchEnvironment()) {
            BenchEnvironment.fill(workplace.database(), catalogue);
            LiveSearchSettings access = Weeks.access(saq);
            AvailabilitySettings settings = AvailabilitySettings.of(
                            saq.baseUrl(), Duration.ZERO, "SAQSommelier/bench (stock)")
                    .withLiveSearch(Optional.of(access))
                    .withQuiet(Duration.ZERO);
            MeterRegistry registry = new SimpleMeterRegistry();

            long begin = System.nanoTime();
            System.out.println("stores: "
                    + new StoreDirectory(settings, workplace.database(), registry, InstantSource.system()).run()
                    + seconds(begin));
            time("baseline", settings, access, saq, workplace.database());
            time("nothing new", settings, access, saq, workplace.database());
            for (int index = 0; index < CHANGES; index++) {
                world.restock(world.product(index).sku());
                world.sellOut(world.product(CHANGES + index).sku());
            }
            time(2 * CHANGES + " touched", settings, access, saq, workplace.database());
        }
    }

    private static void time(
            String name, AvailabilitySettings settings, LiveSearchSettings access, SaqSimulator saq, Database database)
            throws Exception {
        saq.requests().clear();
        long begin = System.nanoTime();
        AvailabilitySummary summary = new Availability(
                        settings, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), InstantSource.system())
                .readAll(access);
        System.out.println(name + ": " + summary + seconds(begin));
        System.out.println("  products with a reading of their own: "
                + database.jdbc()
                        .sql("SELECT count(*) FROM products WHERE availability_source = 'live_search'")
                        .query(Long.class)
                        .single()
                + ", requests to Live Search: " + saq.requests().byPath().getOrDefault("/graphql", 0L));
    }

    private static String seconds(long begin) {
        return ", %.1f s".formatted((System.nanoTime() - begin) / 1e9);
    }
}
