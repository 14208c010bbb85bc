package com.saqsommelier.app;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.digest.DigestSender;
import com.saqsommelier.bot.digest.DigestSummary;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.stock.WatchedProducts;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySettings;
import com.saqsommelier.scraper.AvailabilitySummary;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.StoreSummary;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.PageAction;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.vocabulary.Language;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The invented saq.com, read without a pause between requests, and what can be made to happen there. */
public final class DemoWorld {

    private static final String USER_AGENT = "SAQSommelier/0.1 (demo)";
    private static final PageAction.Done NOTHING_WATCHED = new PageAction.Done(
            "Personne ne suit de bouteille. Cherchez-en une, touchez son numéro, puis 🔔 Suivre.",
            "Nobody watches a bottle. Search for one, tap its number, then 🔔 Watch.");

    private final SaqSimulator saq;
    private final Database database;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final InstantSource clock = InstantSource.system();

    /** What can be done with a stand-in and the database that holds what is read from it. */
    public DemoWorld(SaqSimulator saq, Database database) {
        this.saq = saq;
        this.database = database;
    }

    /**
     * Reads every page that was not read yet.
     *
     * @throws CrawlStoppedException when the site cannot be read
     * @throws RunInProgressException when another process reads it
     * @throws InterruptedException when this process is asked to end
     */
    public CrawlSummary readPages(CrawlProgress progress)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        CrawlSettings settings = CrawlSettings.of(saq.baseUrl(), Duration.ZERO, USER_AGENT);
        return new Crawl(settings, database, progress, registry, clock).run();
    }

    /** Reads the directory of stores. */
    public StoreSummary readStores() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return new StoreDirectory(stock(), database, registry, clock).run();
    }

    /** Reads what is in stock of everything, online and in stores. */
    public AvailabilitySummary readStock() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return availability()
                .readAll(new LiveSearchSettings(
                        saq.baseUrl().resolve("/graphql"),
                        LiveSearchAccess.DEFAULT.apiKey(),
                        LiveSearchAccess.DEFAULT.environmentId()));
    }

    private void readWatched() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        availability().readWatched();
    }

    private Availability availability() {
        return new Availability(stock(), database, CrawlProgress.SILENT, registry, clock);
    }

    private AvailabilitySettings stock() {
        return AvailabilitySettings.of(saq.baseUrl(), Duration.ZERO, USER_AGENT).withQuiet(Duration.ZERO);
    }

    /** Puts buttons beside the chats that let bottles come and go. */
    public void offerOn(TelegramSimulator telegram) {
        telegram.offer(new PageAction("Épuiser une bouteille suivie", "Sell out a watched bottle", this::sellOut));
        telegram.offer(
                new PageAction("Faire revenir une bouteille suivie", "Bring back a watched bottle", this::restock));
        telegram.offer(new PageAction("Laisser passer une journée", "Let a day pass", this::nextDay));
    }

    /** Puts a button beside the chats that sends the digest of the week to a group and to those who want it. */
    public static void offerDigestOn(TelegramSimulator telegram, BotSettings bot, Contract backend, long group) {
        telegram.offer(new PageAction(
                "Envoyer le bulletin de la semaine",
                "Send the digest of the week",
                () -> sendDigest(bot, backend, group, Language.FRENCH)));
    }

    /** Sends the digest to those who have not got this week's. */
    public static PageAction.Done sendDigest(BotSettings bot, Contract backend, long group, Language language)
            throws InterruptedException {
        try (Telegram telegram = Telegram.connect(bot.botApi())) {
            DigestSummary summary =
                    new DigestSender(backend, telegram, Set.of(), List.of(group), language, true).send();
            return summary.sent() == 0
                    ? new PageAction.Done(
                            "Personne n’attend plus le bulletin de cette semaine.",
                            "Nobody waits for this week’s digest any more.")
                    : new PageAction.Done("Le bulletin est parti.", "The digest is on its way.");
        }
    }

    private PageAction.Done sellOut() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        Optional<SaqProduct> bottle = watched(product -> product.stock().isOnline());
        if (bottle.isEmpty()) {
            return watched(any -> true)
                    .map(any -> new PageAction.Done(
                            "Rien de ce qui est suivi n’est en ligne.", "Nothing that is watched is online."))
                    .orElse(NOTHING_WATCHED);
        }
        saq.world().sellOut(bottle.get().sku());
        readWatched();
        return new PageAction.Done(
                "Épuisé : " + bottle.get().name().fr(),
                "Sold out: " + bottle.get().name().en());
    }

    private PageAction.Done restock() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        Optional<SaqProduct> missing = watched(product -> !product.stock().isOnline());
        Optional<SaqProduct> bottle = missing.isPresent() ? missing : watched(any -> true);
        if (bottle.isEmpty()) {
            return NOTHING_WATCHED;
        }
        if (missing.isEmpty()) {
            // What never was away cannot come back.
            saq.world().sellOut(bottle.get().sku());
            readWatched();
        }
        saq.world().restock(bottle.get().sku());
        readWatched();
        return new PageAction.Done(
                "De retour : " + bottle.get().name().fr(),
                "Back: " + bottle.get().name().en());
    }

    private PageAction.Done nextDay() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        saq.world().nextDay();
        readStock();
        return new PageAction.Done("Une journée a passé.", "A day has passed.");
    }

    private Optional<SaqProduct> watched(Predicate<SaqProduct> wanted) {
        return new WatchedProducts(database)
                .all().stream()
                        .flatMap(watched -> saq.world().bySku(watched.sku()).stream())
                        .filter(wanted)
                        .findFirst();
    }
}
