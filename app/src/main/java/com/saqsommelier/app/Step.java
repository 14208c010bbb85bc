package com.saqsommelier.app;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.bot.digest.DigestSummary;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.Availability;
import com.saqsommelier.scraper.AvailabilitySummary;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.StoreSummary;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import java.util.List;
import java.util.Optional;

/**
 * One job among those that a schedule runs.
 *
 * @param name of the job, as on the command line
 * @param work runs it
 */
record Step(String name, Work work) {

    /** In place of an {@link ExitCode}: what was done is saved, and the rest waits for a reason that may pass. */
    static final int ENDED_EARLY = -1;

    /** What a step does. */
    @FunctionalInterface
    interface Work {

        /**
         * Runs the job to its end.
         *
         * @return its {@link ExitCode}, or {@link Step#ENDED_EARLY}
         * @throws RunInProgressException when it runs already, here or elsewhere
         * @throws CrawlStoppedException when nothing could be done
         * @throws InterruptedException when this process is asked to end; what was done is saved
         */
        int run() throws RunInProgressException, CrawlStoppedException, InterruptedException;
    }

    /** The directory of stores. */
    static Step stores(StockJob stock) {
        return new Step(StoreDirectory.JOB, () -> {
            StoreSummary summary = stock.stores();
            return summary.endedEarly() ? ENDED_EARLY : summary.exitCode();
        });
    }

    /** The stock of the whole catalogue where there is Live Search, then that of what somebody watches. */
    static List<Step> availability(StockJob stock, Optional<LiveSearchSettings> access) {
        Step watched = new Step(Availability.JOB, () -> {
            try (ProgressDisplay progress = ProgressDisplay.asLogLines()) {
                return exit(stock.watched(progress));
            }
        });
        return access.map(how -> List.of(
                        new Step(Availability.JOB + " --all", () -> {
                            try (ProgressDisplay progress = ProgressDisplay.asLogLines()) {
                                return exit(stock.all(how, progress));
                            }
                        }),
                        watched))
                .orElse(List.of(watched));
    }

    /** Readings that are held wait for the operator, however the run ended. */
    private static int exit(AvailabilitySummary summary) {
        return summary.endedEarly() && !summary.held() ? ENDED_EARLY : summary.exitCode();
    }

    /** The crawl, told of by log lines. */
    static Step crawl(CrawlJob crawl) {
        return new Step(Crawl.JOB, () -> {
            try (ProgressDisplay progress = ProgressDisplay.asLogLines()) {
                CrawlSummary summary = crawl.run(progress);
                return summary.endedEarly() ? ENDED_EARLY : summary.exitCode();
            }
        });
    }

    /**
     * The weekly digest, with the data of the backend in this process. Whom it did not reach is tried again in an hour, in
     * so many further runs as the backend allows, instead of in a week.
     */
    static Step digest(DigestJob digest, OpenBackend open) {
        return new Step(DigestJob.NAME, () -> {
            DigestSummary summary = digest.send(new ApiClient(open.backend().baseUrl(), Optional.of(open.apiKey())));
            return summary.failed() > 0 ? ExitCode.NOTHING_DONE : DigestJob.exit(summary);
        });
    }
}
