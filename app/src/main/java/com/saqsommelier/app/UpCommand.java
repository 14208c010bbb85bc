package com.saqsommelier.app;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.BotStarter;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.Crawl;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Runs backend, bot and schedules in one process, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Settings settings = Configuration.read();
        if (!settings.scrapeSchedule().isDisabled()
                || !settings.availabilitySchedule().isDisabled()) {
            settings.checkContact();
        }
        try (OpenBackend open = OpenBackend.of(settings);
                Schedules schedules = Schedules.start(open.database(), timetables(settings, open))) {
            schedules.due(Crawl.JOB).ifPresent(due -> System.err.println("Next crawl: " + due));
            serve(settings, open);
            return ExitCode.OK;
        }
    }

    private static void serve(Settings settings, OpenBackend open) {
        Optional<BotSettings> bot = WebhookSecret.bot(settings);
        if (bot.isEmpty()) {
            System.err.println("No bot: TELEGRAM_BOT_TOKEN is not set. @BotFather gives you one in a minute.");
            Services.untilStopped();
            return;
        }
        ApiClient client = new ApiClient(open.backend().baseUrl(), Optional.of(open.apiKey()));
        try (BotStarter running = BotStarter.start(bot.get(), client)) {
            Services.untilStopped();
        }
    }

    /** What runs by itself, and when. A further job is one more step, or one more timetable. */
    private static List<Timetable> timetables(Settings settings, OpenBackend open) {
        Database database = open.database();
        CrawlJob crawl = new CrawlJob(settings.crawl(), settings.metricsDirectory(), database);
        StockJob stock = new StockJob(settings, database);
        List<Timetable> timetables = new ArrayList<>(List.of(
                new Timetable(
                        Crawl.JOB,
                        settings.scrapeSchedule(),
                        List.of(Step.stores(stock), Step.crawl(crawl)),
                        neverRead(settings, database)),
                new Timetable(
                        Availability.JOB,
                        settings.availabilitySchedule(),
                        Step.availability(stock, settings.availability().liveSearch()),
                        false)));
        settings.bot()
                .ifPresent(bot -> timetables.add(new Timetable(
                        DigestJob.NAME,
                        settings.digestSchedule(),
                        List.of(Step.digest(new DigestJob(settings, bot), open)),
                        false)));
        return List.copyOf(timetables);
    }

    /** Whether the catalogue was never read in full, which is said together with what comes of it. */
    private static boolean neverRead(Settings settings, Database database) {
        if (new Runs(database, InstantSource.system()).lastComplete(Crawl.JOB).isPresent()) {
            return false;
        }
        System.err.println(
                settings.scrapeSchedule().isDisabled()
                        ? "The catalogue was never read in full. SOMMELIER_SCHEDULE_SCRAPE is off: run"
                                + " `sommelier scrape`."
                        : "The catalogue was never read in full: a first crawl of "
                                + settings.crawl().site()
                                + " begins now. At one page every two seconds it takes about 21 hours; Ctrl-C"
                                + " interrupts it, and the next start goes on with it.");
        return true;
    }
}
