package com.saqsommelier.app;

import com.saqsommelier.scraper.CrawlStoppedException;

/** A command that ends by itself: its last line of standard output is a summary, whatever became of it. */
final class Job {

    private Job() {}

    /** The work of a job. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it, and ends the summary where there is something to tell.
         *
         * @return the {@link ExitCode}
         */
        int run(JobSummary summary) throws Exception;
    }

    /**
     * Runs the work. Where it throws, the summary says with which exit code the process is about to end.
     *
     * @param nothing the counters of a run that did nothing, for a work that throws before it has told its own
     * @return the exit code of the work
     */
    static int run(String command, Object nothing, Work work) throws Exception {
        JobSummary summary = JobSummary.begin(command);
        try {
            return work.run(summary);
        } catch (CrawlStoppedException e) {
            summary.end(failure(), e.summary());
            throw e;
        } catch (InterruptedException e) {
            summary.end(ExitCode.INTERRUPTED, nothing);
            throw e;
        } catch (Exception e) {
            summary.end(failure(), nothing);
            throw e;
        }
    }

    /** The exit code of a failure, which is no fault after somebody asked the process to end. */
    private static int failure() {
        return Sommelier.isStopping() ? ExitCode.INTERRUPTED : ExitCode.NOTHING_DONE;
    }
}
