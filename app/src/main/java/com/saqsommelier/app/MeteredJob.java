package com.saqsommelier.app;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.scraper.CrawlStoppedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A job with its metrics, by hand, by a timer or by a schedule.
 *
 * @param name of the job in the table of runs, and of its file of metrics
 */
record MeteredJob(String name, Path metricsDirectory, Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredJob.class);
    private static final InstantSource CLOCK = InstantSource.system();

    /** The work of a job. */
    @FunctionalInterface
    interface Work<S> {
        S run(MeterRegistry registry) throws CrawlStoppedException, RunInProgressException, InterruptedException;
    }

    /** Runs it; the metrics tell of every end but that of a job that did not begin because it runs already. */
    <S> S run(Work<S> work, ToIntFunction<S> exitCode)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        Runs runs = new Runs(database, CLOCK);
        try (JobMetrics metrics = JobMetrics.begin(metricsDirectory, name, CLOCK)) {
            metrics.lastComplete(runs.lastComplete(name));
            try {
                S summary = work.run(metrics.registry());
                noteLastComplete(runs, metrics);
                metrics.ended(exitCode.applyAsInt(summary));
                return summary;
            } catch (RunInProgressException e) {
                metrics.discard();
                throw e;
            } catch (InterruptedException e) {
                metrics.ended(ExitCode.INTERRUPTED);
                throw e;
            } catch (CrawlStoppedException | RuntimeException e) {
                metrics.ended(ExitCode.NOTHING_DONE);
                throw e;
            }
        }
    }

    /** A database that was lost during the run must not cost its summary. */
    private void noteLastComplete(Runs runs, JobMetrics metrics) {
        try {
            metrics.lastComplete(runs.lastComplete(name));
        } catch (DataAccessException e) {
            LOG.warn("The metrics of '{}' lack its last complete run: the database does not answer", name, e);
        }
    }
}
