package com.saqsommelier.app;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The whole system on stand-ins. It keeps to a directory of its own below the data directory and reads no other setting,
 * so that it cannot touch the real catalogue, the real bot or an operator's database.
 */
@Command(
        name = "demo",
        description = "Runs everything on this machine with invented products: no internet, no account.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String TOKEN = "1:demo";
    private static final long SEED = 1;
    private static final long GROUP = -1001;
    private static final long ADMIN = 1001;

    /** Those whom the stand-in for Telegram knows from the start. */
    private static final List<TelegramUser> FRIENDS =
            List.of(new TelegramUser(1001, "Camille", "camille", "fr"), new TelegramUser(1002, "Alex", "alex", "en"));

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "1000",
            converter = PositiveNumber.class,
            description = "how many products to invent (${DEFAULT-VALUE})")
    private int products;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8090",
            description = "port of the chat page (${DEFAULT-VALUE}); the invented saq.com is on the next one, the"
                    + " backend on the one after")
    private int port;

    @Option(
            names = "--claude",
            description = "has the sommelier ask a stand-in for Claude, which answers by simple rules")
    private boolean claude;

    @Override
    public Integer call()
            throws CommandFailedException, CrawlStoppedException, RunInProgressException, InterruptedException {
        if (port < 1 || port > 65_533) {
            throw new ParameterException(spec.commandLine(), "--port was '" + port + "'; accepted: 1 to 65533");
        }
        Settings settings = Configuration.read();
        Path directory = settings.dataDirectory().resolve("demo");
        String key = ApiKey.in(directory);
        System.out.println("Starting PostgreSQL in " + directory + " …");
        try (TelegramSimulator telegram = telegram();
                SaqSimulator saq = saq();
                ClaudeSimulator standIn = standIn();
                Database database = Database.open(new DatabaseSettings.Embedded(directory.resolve("postgres")))) {
            DemoWorld world = new DemoWorld(saq, database);
            read(world);
            world.offerOn(telegram);
            telegram.link(
                    "Le saq.com inventé", "The invented saq.com", saq.baseUrl().resolve("/_simulator/"));
            BackendSettings serving = new BackendSettings(port + 2, Optional.of(key), true)
                    .withIndexIn(directory.resolve("index"))
                    .withVectors(VectorSettings.bundled(directory.resolve("models")))
                    .asking(Optional.of(ClaudeSettings.of(ClaudeSimulator.KEY, standIn.baseUrl()))
                            .filter(it -> claude));
            BotSettings bot = new BotSettings(TOKEN, telegram.baseUrl(), Set.of(), Set.of(ADMIN));
            try (Backend backend = Backend.start(serving, database)) {
                ApiClient client = new ApiClient(backend.baseUrl(), Optional.of(key));
                DemoWorld.offerDigestOn(telegram, bot, client, GROUP);
                try (Bot running = Bot.start(bot, client)) {
                    welcome(telegram.baseUrl(), saq.baseUrl(), backend.baseUrl());
                    Services.untilStopped();
                    System.out.println("Stopping …");
                }
            }
        }
        return ExitCode.OK;
    }

    private TelegramSimulator telegram() throws CommandFailedException {
        try {
            TelegramSimulator telegram = TelegramSimulator.start(port);
            for (TelegramUser friend : FRIENDS) {
                telegram.group(GROUP, "Les vins du vendredi", friend);
            }
            return telegram;
        } catch (IOException e) {
            throw SimulateCommand.portProblem(port, e);
        }
    }

    private static ClaudeSimulator standIn() throws CommandFailedException {
        try {
            return ClaudeSimulator.start(0);
        } catch (IOException e) {
            throw SimulateCommand.portProblem(0, e);
        }
    }

    private SaqSimulator saq() throws CommandFailedException {
        try {
            return SaqSimulator.start(port + 1, new GeneratedCatalogue(SEED, products));
        } catch (IOException e) {
            throw SimulateCommand.portProblem(port + 1, e);
        }
    }

    private static void read(DemoWorld world)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        System.out.println("Reading the invented saq.com …");
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            CrawlSummary summary = world.readPages(progress);
            progress.close();
            System.out.println("%d products: %d new, %d changed, %d already read, %d failed"
                    .formatted(
                            summary.sitemapUrls(),
                            summary.inserted(),
                            summary.updated(),
                            summary.skipped(),
                            summary.failed()));
        }
        System.out.println("%d stores, and what they have in stock …"
                .formatted(world.readStores().stores()));
        world.readStock();
    }

    private static void welcome(URI chat, URI site, URI backend) {
        System.out.printf("""

                Ready: open %1$s in a browser. You are Camille, who reads French; the menu has Alex, who
                reads English, a group of friends, and buttons that make things happen. Press Start and try

                  chateau                     plain words are a search: accents and typos are forgiven
                  1                           the number under a list opens the bottle; then press 🔔 Watch
                  "Bring back a watched bottle" in the menu: the alert comes within seconds
                  📍 My stores                share a place, tap the stores you go to
                  /recommend un rouge corsé pour un méchoui, moins de 25 $
                  "Send the digest of the week" in the menu; the group gets it
                  @saq_sommelier_bot rioja    in the group: bottles to choose from while you type
                  "Make Telegram fail…"       in the menu: the bot must lose nothing

                The invented saq.com is at %2$s; bottles come and go at %2$s/_simulator/
                The API page is at %3$s/docs.
                Ctrl-C stops everything and keeps the data; delete the directory to begin anew.
                %n""", chat, site, backend);
    }
}
