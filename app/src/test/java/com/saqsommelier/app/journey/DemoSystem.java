package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySettings;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * All parts in this process, composed as the demo composes them, on free ports and a database of their own: when it has
 * started, the invented saq.com was read and the bot answers.
 */
final class DemoSystem implements AutoCloseable {

    private static final String KEY = "of the demo";
    private static final long SEED = 1;
    private static final int PRODUCTS = 300;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final SaqSimulator saq;
    private final Database database;
    private final LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(SEED, PRODUCTS));
    private final CrawlSummary crawl;
    private final TelegramSimulator telegram;

    private DemoSystem() throws Exception {
        try {
            telegram = opened(TelegramSimulator.start(0));
            saq = opened(SaqSimulator.start(0, world));
            database = opened(TestDatabase.fresh());
            crawl = crawl(database);
            Backend backend = opened(Backend.start(new BackendSettings(0, Optional.of(KEY), true), database));
            opened(Bot.start(
                    new BotSettings("1:demo", telegram.baseUrl(), Set.of()),
                    new ApiClient(backend.baseUrl(), Optional.of(KEY))));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static DemoSystem start() throws Exception {
        return new DemoSystem();
    }

    /** The stand-in for saq.com. */
    SaqSimulator saq() {
        return saq;
    }

    /** What reading it came to. */
    CrawlSummary crawl() {
        return crawl;
    }

    /** Where people write to the bot. */
    TelegramSimulator telegram() {
        return telegram;
    }

    /** What there is on the stand-in for saq.com, to be changed. */
    LivingCatalogue world() {
        return world;
    }

    /** Reads the directory of stores. */
    void readStores() throws Exception {
        assertThat(new StoreDirectory(stock(), database, new SimpleMeterRegistry(), InstantSource.system())
                        .run()
                        .exitCode())
                .isZero();
    }

    /** Reads the stock of everything. */
    void readStock() throws Exception {
        assertThat(new Availability(
                                stock(),
                                database,
                                CrawlProgress.SILENT,
                                new SimpleMeterRegistry(),
                                InstantSource.system())
                        .readAll(new LiveSearchSettings(
                                saq.baseUrl().resolve("/graphql"),
                                LiveSearchAccess.DEFAULT.apiKey(),
                                LiveSearchAccess.DEFAULT.environmentId()))
                        .exitCode())
                .isZero();
    }

    private AvailabilitySettings stock() {
        return AvailabilitySettings.of(saq.baseUrl(), Duration.ZERO, "SAQSommelier/0.1 (test)")
                .withQuiet(Duration.ZERO);
    }

    /** Closes what was opened last first. */
    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    private CrawlSummary crawl(Database database) throws Exception {
        CrawlSettings settings = CrawlSettings.of(saq.baseUrl(), Duration.ZERO, "SAQSommelier/0.1 (test)");
        return new Crawl(settings, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), InstantSource.system())
                .run();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
