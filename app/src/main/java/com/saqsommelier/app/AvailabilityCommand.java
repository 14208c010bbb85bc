package com.saqsommelier.app;

import com.saqsommelier.app.settings.Setting;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.stock.HeldReadings;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySummary;
import com.saqsommelier.scraper.CrawlProgress;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "availability",
        description = "Reads what is in stock, online and in stores.",
        mixinStandardHelpOptions = true)
final class AvailabilityCommand implements Callable<Integer> {

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    /** At most one of them; none is the same as --watched. */
    private static final class Choice {

        @Option(names = "--watched", description = "what somebody watches, in the stores they prefer (the default)")
        @SuppressWarnings("UnusedVariable") // It says what is done anyway when none is chosen.
        private boolean watched;

        @Option(names = "--all", description = "the whole catalogue, through Live Search")
        private boolean all;

        @Option(names = "--release", description = "believes the readings that were held back, and tells what changed")
        private boolean release;

        @Option(names = "--discard", description = "forgets the readings that were held back")
        private boolean discard;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        Optional<LiveSearchSettings> access = settings.availability().liveSearch();
        if (choice.all && access.isEmpty()) {
            System.err.println("--all needs Live Search: set " + Setting.SOMMELIER_SAQ_LIVESEARCH_KEY + " and "
                    + Setting.SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT
                    + ". saq.com's own pages send both with their searches. --watched works without.");
            return ExitCode.BAD_USAGE;
        }
        if (!choice.release && !choice.discard) {
            settings.checkContact();
        }
        return Job.run(Availability.JOB, AvailabilitySummary.NOTHING, job -> {
            try (Database database = Database.open(settings.database())) {
                if (choice.release || choice.discard) {
                    decide(settings, database);
                    return job.end(ExitCode.OK, AvailabilitySummary.NOTHING);
                }
                return read(new StockJob(settings, database), access, job);
            }
        });
    }

    private int read(StockJob stock, Optional<LiveSearchSettings> access, JobSummary job)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            AvailabilitySummary summary =
                    choice.all ? stock.all(access.orElseThrow(), progress) : stock.watched(progress);
            progress.close();
            return job.end(summary.exitCode(), summary);
        }
    }

    private void decide(Settings settings, Database database) throws RunInProgressException {
        Availability availability = new Availability(
                settings.availability(),
                database,
                CrawlProgress.SILENT,
                new SimpleMeterRegistry(),
                InstantSource.system());
        String said = choice.release
                ? availability
                        .release()
                        .map(applied -> "Released: " + applied.products() + " products, " + applied.stores()
                                + " products in single stores, " + applied.events() + " events.")
                        .orElse("No readings are held back.")
                : availability
                        .discard()
                        .map(HeldReadings::heldAt)
                        .map(held -> "Discarded the readings that were held back since " + held + ".")
                        .orElse("No readings are held back.");
        System.err.println(said);
    }
}
