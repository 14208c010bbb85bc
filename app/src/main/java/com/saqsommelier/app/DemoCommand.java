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
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
                Database database = Database.open(new DatabaseSettings.Embedded(directory.resolve("postgres")))) {
            crawl(saq.baseUrl(), database);
            try (Backend backend = Backend.start(new BackendSettings(port + 2, Optional.of(key), true), database);
                    Bot bot = Bot.start(
                            new BotSettings(TOKEN, telegram.baseUrl(), Set.of()),
                            new ApiClient(backend.baseUrl(), Optional.of(key)))) {
                welcome(telegram.baseUrl(), saq.baseUrl(), backend.baseUrl());
                Services.untilStopped();
                System.out.println("Stopping …");
            }
        }
        return ExitCode.OK;
    }

    private TelegramSimulator telegram() throws CommandFailedException {
        try {
            return TelegramSimulator.start(port);
        } catch (IOException e) {
            throw SimulateCommand.portProblem(port, e);
        }
    }

    private SaqSimulator saq() throws CommandFailedException {
        try {
            return SaqSimulator.start(port + 1, new GeneratedCatalogue(SEED, products));
        } catch (IOException e) {
            throw SimulateCommand.portProblem(port + 1, e);
        }
    }

    private static void crawl(URI site, Database database)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        System.out.println("Reading the invented saq.com …");
        CrawlSettings settings = CrawlSettings.of(site, Duration.ZERO, "SAQSommelier/0.1 (demo)");
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            CrawlSummary summary =
                    new Crawl(settings, database, progress, new SimpleMeterRegistry(), InstantSource.system()).run();
            progress.close();
            System.out.println("%d products: %d new, %d changed, %d already read, %d failed"
                    .formatted(
                            summary.sitemapUrls(),
                            summary.inserted(),
                            summary.updated(),
                            summary.skipped(),
                            summary.failed()));
        }
    }

    private static void welcome(URI chat, URI site, URI backend) {
        System.out.printf("""

                Ready: open %s in a browser and try

                  /start             what the bot can do
                  /search chateau    finds Château, with the accent
                  gewurtztraminer    plain words are a search, typos are forgiven

                The invented saq.com is at %s, the API page at %s/docs.
                Days pass and bottles come back at %s/_simulator/
                Ctrl-C stops everything and keeps the data.
                %n""", chat, site, backend, site);
    }
}
