package com.saqsommelier.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one run of a job in a file that the textfile collector of Prometheus' node_exporter reads: a job ends
 * before a scrape would meet it. Each series says of which command it is, for the collector reads the files of all jobs as one. The file is written every minute and at the end, always as a whole.
 *
 * @see <a href="https://github.com/prometheus/node_exporter#textfile-collector">textfile collector</a>
 */
final class JobMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);

    private final Path file;
    private final InstantSource clock;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ScheduledExecutorService minute =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final AtomicLong exit;
    private final AtomicLong end;
    private @Nullable AtomicLong complete;
    private boolean discarded;

    private JobMetrics(Path file, String job, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        registry.config().commonTags("command", job).meterFilter(JobMetricHelp.filter());
        gauge("sommelier.job.begin.timestamp.seconds", clock.instant().getEpochSecond());
        end = gauge("sommelier.job.end.timestamp.seconds", 0);
        exit = gauge("sommelier.job.exit.code", -1);
        var _ = minute.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.MINUTES);
    }

    /** The metrics of a run that begins now, in {@code <job>.prom} of a directory. */
    static JobMetrics begin(Path directory, String job, InstantSource clock) {
        return new JobMetrics(directory.resolve(job + ".prom"), job, clock);
    }

    MeterRegistry registry() {
        return registry;
    }

    /**
     * Notes when the job last did all there was to do; empty for never. A job that never says so has no such metric, so
     * that no alert takes it for one that is overdue.
     */
    void lastComplete(Optional<Instant> at) {
        if (complete == null) {
            complete = gauge("sommelier.job.complete.timestamp.seconds", 0);
        }
        complete.set(at.map(Instant::getEpochSecond).orElse(0L));
    }

    /** Notes how the job ended. */
    void ended(int exitCode) {
        exit.set(exitCode);
        end.set(clock.instant().getEpochSecond());
    }

    /** Writes nothing from now on: the job did not begin, and the file belongs to the run that goes on elsewhere. */
    synchronized void discard() {
        discarded = true;
    }

    @Override
    public void close() {
        // Not at once: an interrupt in the middle of a write would be reported as a failed one.
        minute.shutdown();
        write();
    }

    /** A job does not fail for want of its metrics. */
    private synchronized void write() {
        if (discarded) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(whole, registry.scrape());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "The metrics cannot be written to {}: {}. The job goes on; make the directory writable for this"
                            + " user, or set SOMMELIER_METRICS_DIR.",
                    file,
                    e.toString());
        }
    }

    private AtomicLong gauge(String name, long first) {
        AtomicLong value = new AtomicLong(first);
        // Strong: of some nobody holds the number but the file, which is written at the end.
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .strongReference(true)
                .register(registry);
        return value;
    }
}
