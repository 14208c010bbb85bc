package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A job in a process of its own, so that it can be killed. */
final class JobProcess {

    /** A job that tells at once whatever changes. */
    enum Job {
        CRAWL,
        STORES,
        WATCHED,
        ALL;

        /** Runs it in this process and returns its exit code. */
        int run(URI site, Database database) throws Exception {
            MeterRegistry registry = new SimpleMeterRegistry();
            InstantSource clock = InstantSource.system();
            AvailabilitySettings stock = StockWorld.settings(site).withQuiet(Duration.ZERO);
            return switch (this) {
                case CRAWL ->
                    new Crawl(
                                    CrawlSettings.of(site, Duration.ZERO, "SAQSommelier/test (kills)"),
                                    database,
                                    CrawlProgress.SILENT,
                                    registry,
                                    clock)
                            .run()
                            .exitCode();
                case STORES ->
                    new StoreDirectory(stock, database, registry, clock).run().exitCode();
                case WATCHED ->
                    new Availability(stock, database, CrawlProgress.SILENT, registry, clock)
                            .readWatched()
                            .exitCode();
                case ALL ->
                    new Availability(stock, database, CrawlProgress.SILENT, registry, clock)
                            .readAll(StockWorld.access(site))
                            .exitCode();
            };
        }
    }

    private JobProcess() {}

    /** Arguments: job, site, JDBC address, user, password. */
    public static void main(String[] args) throws Exception {
        try (Database database = Database.open(new DatabaseSettings.External(args[2], args[3], args[4]))) {
            System.exit(Job.valueOf(args[0]).run(URI.create(args[1]), database));
        }
    }

    static Process start(Job job, URI site, Database database) throws IOException {
        HikariDataSource pool = (HikariDataSource) database.dataSource();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobProcess.class.getName(),
                        job.name(),
                        site.toString(),
                        pool.getJdbcUrl(),
                        pool.getUsername(),
                        pool.getPassword())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Starts a job and kills it (SIGKILL) between two of its requests, or while one is answered.
     *
     * @param requests how many it may make before that
     * @return false when it had ended by itself
     */
    static boolean killAfter(int requests, Job job, SaqSimulator site, Database database, Random random)
            throws Exception {
        long moment = site.requests().count() + requests;
        Process process = start(job, site.baseUrl(), database);
        await().atMost(60, TimeUnit.SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !process.isAlive() || site.requests().count() >= moment);
        pauseUpTo(8, random);
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 128 + 9;
    }

    /** Lets a job run to its end. */
    static void finish(Job job, URI site, Database database) throws Exception {
        Process process = start(job, site, database);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static void pauseUpTo(int milliseconds, Random random) {
        long end = System.nanoTime() + random.nextLong(TimeUnit.MILLISECONDS.toNanos(milliseconds));
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
