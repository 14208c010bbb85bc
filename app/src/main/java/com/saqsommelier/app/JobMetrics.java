package com.saqsommelier.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a one-shot job in a file that the textfile collector of Prometheus' node_exporter reads. A job ends
 * before a scrape would meet it. The file is written every minute and at the end, always as a whole.
 *
 * @see <a href="https://github.com/prometheus/node_exporter#textfile-collector">textfile collector</a>
 */
final class JobMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);

    private final Path file;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ScheduledExecutorService minute =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ScheduledFuture<?> writing;
    private final AtomicLong exit;
    private final AtomicLong end;

    private JobMetrics(Path file) {
        this.file = file;
        exit = gauge("sommelier.job.exit.code", -1);
        end = gauge("sommelier.job.end.timestamp.seconds", 0);
        writing = minute.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.MINUTES);
    }

    /** The metrics of a job, in {@code <job>.prom} of a directory. */
    static JobMetrics writtenTo(Path directory, String job) {
        return new JobMetrics(directory.resolve(job + ".prom"));
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Notes how the job ended. */
    void ended(int exitCode) {
        exit.set(exitCode);
        end.set(System.currentTimeMillis() / 1000);
    }

    @Override
    public void close() {
        writing.cancel(false);
        minute.close();
        write();
    }

    /** A job does not fail for want of its metrics. */
    private synchronized void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(whole, registry.scrape());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The metrics cannot be written to {}: {}", file, e.toString());
        }
    }

    private AtomicLong gauge(String name, long first) {
        return Objects.requireNonNull(registry.gauge(name, new AtomicLong(first)));
    }
}
