package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.DemoWorld;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.vocabulary.Language;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All parts in this process, composed as the demo composes them, on free ports and a database of their own: when it has
 * started, pages, stores and stock of the invented saq.com were read and the bot answers.
 */
final class DemoSystem implements AutoCloseable {

    private static final String KEY = "of the demo";
    private static final long SEED = 1;
    private static final int PRODUCTS = 300;
    private static final long ADMIN = 1001;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LivingCatalogue catalogue = new LivingCatalogue(new GeneratedCatalogue(SEED, PRODUCTS));
    private final SaqSimulator saq;
    private final DemoWorld world;
    private final CrawlSummary crawl;
    private final TelegramSimulator telegram;
    private final BotSettings bot;
    private final ApiClient client;

    private DemoSystem(@Nullable URI otherTelegram, String token) throws Exception {
        try {
            telegram = opened(TelegramSimulator.start(0));
            saq = opened(SaqSimulator.start(0, catalogue));
            Database database = opened(TestDatabase.fresh());
            world = new DemoWorld(saq, database);
            crawl = world.readPages(CrawlProgress.SILENT);
            assertThat(world.readStores().exitCode()).isZero();
            readStock();
            Backend backend = opened(Backend.start(new BackendSettings(0, Optional.of(KEY), true), database));
            bot = new BotSettings(
                    token, otherTelegram == null ? telegram.baseUrl() : otherTelegram, Set.of(), Set.of(ADMIN));
            client = new ApiClient(backend.baseUrl(), Optional.of(KEY));
            opened(Bot.start(bot, client));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static DemoSystem start() throws Exception {
        return new DemoSystem(null, "1:demo");
    }

    /** Starts a system whose bot talks to another Bot API server than the stand-in. */
    static DemoSystem start(URI telegram, String token) throws Exception {
        return new DemoSystem(telegram, token);
    }

    /** The stand-in for saq.com. */
    SaqSimulator saq() {
        return saq;
    }

    /** What reading its pages came to. */
    CrawlSummary crawl() {
        return crawl;
    }

    /** Where people write to the bot. */
    TelegramSimulator telegram() {
        return telegram;
    }

    /**
     * What Telegram refused of the bot. Not that it was to wait, for journeys may write faster than Telegram takes answers;
     * and not the menu of an administrator who had not written before the start.
     */
    List<CallRecord> refused() {
        return telegram.calls().stream()
                .filter(call -> call.status() != 200 && call.status() != 429)
                .filter(call -> !call.method().equals("setMyCommands"))
                .toList();
    }

    /** What there is on the stand-in for saq.com, to be changed. */
    LivingCatalogue world() {
        return catalogue;
    }

    /** Reads the stock of everything. */
    void readStock() throws Exception {
        assertThat(world.readStock().exitCode()).isZero();
    }

    /** Lets a bottle come back; where it never was away, it sells out first, and that is told first. */
    void goAndReturn(String sku, Callable<?> told) throws Exception {
        if (catalogue.bySku(sku).orElseThrow().stock().isOnline()) {
            catalogue.sellOut(sku);
            readStock();
            told.call();
        }
        catalogue.restock(sku);
        readStock();
    }

    /** Lets six bottles appear, one leave again and one come back, and reads of it: what a digest tells. */
    void haveNews() throws Exception {
        List<String> added = catalogue.add(7);
        assertThat(world.readPages(CrawlProgress.SILENT).exitCode()).isZero();
        catalogue.delist(added.getLast());
        String away = IntStream.range(0, catalogue.size())
                .mapToObj(catalogue::product)
                .filter(product -> !product.stock().isOnline())
                .reduce((one, later) -> later)
                .orElseThrow()
                .sku();
        catalogue.restock(away);
        assertThat(world.readPages(CrawlProgress.SILENT).delisted()).isEqualTo(1);
        readStock();
    }

    /** Sends this week's digest to a group, and to those who asked for it and have not got it. */
    void sendDigest(long group, Language language) throws InterruptedException {
        DemoWorld.sendDigest(bot, client, group, language);
    }

    /** Closes what was opened last first. */
    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
