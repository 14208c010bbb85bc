package com.saqsommelier.app;

import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlStoppedException;

/**
 * One job among those that a schedule runs.
 *
 * @param name of the job, as on the command line
 * @param work runs it
 */
record Step(String name, Work work) {

    /** What a step does. */
    @FunctionalInterface
    interface Work {

        /**
         * Runs the job to its end.
         *
         * @return its {@link ExitCode}
         * @throws RunInProgressException when it runs already, here or elsewhere
         * @throws CrawlStoppedException when nothing could be done
         * @throws InterruptedException when this process is asked to end; what was done is saved
         */
        int run() throws RunInProgressException, CrawlStoppedException, InterruptedException;
    }

    /** The crawl, told of by log lines. */
    static Step crawl(CrawlJob crawl) {
        return new Step(Crawl.JOB, () -> {
            try (ProgressDisplay progress = ProgressDisplay.asLogLines()) {
                return crawl.run(progress).exitCode();
            }
        });
    }
}
