package com.saqsommelier.core;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Empty databases on one real PostgreSQL server, which lives as long as the test run. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String EMPTY = "empty";
    private static final Database SERVER = start();

    static {
        SERVER.jdbc().sql("CREATE DATABASE " + EMPTY).update();
        open(EMPTY).close();
    }

    private TestDatabase() {}

    /** A database of its own with the current schema and no rows; the caller closes it. */
    public static Database fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        // A copy has the schema already.
        SERVER.jdbc().sql("CREATE DATABASE " + name + " TEMPLATE " + EMPTY).update();
        return open(name);
    }

    private static Database open(String name) {
        HikariDataSource pool = (HikariDataSource) SERVER.dataSource();
        String url = pool.getJdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        return Database.open(new DatabaseSettings.External(url, pool.getUsername(), pool.getPassword()));
    }

    /**
     * Lets a server directory that is yet to be made use binaries that were unpacked before: unpacking takes seconds, and
     * tests make many directories.
     *
     * @param directory of the server, as {@link DatabaseSettings.Embedded} names it
     */
    public static void shareBinaries(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path shared =
                Files.createDirectories(Path.of("target/postgres-binaries").toAbsolutePath());
        Files.createSymbolicLink(directory.resolve("binaries"), shared);
    }

    private static Database start() {
        try {
            Path directory = Files.createTempDirectory("sommelier-test");
            shareBinaries(directory);
            Database server = Database.open(new DatabaseSettings.Embedded(directory));
            // Nothing here outlives a power cut, and waiting for the disk is most of what tests would do.
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                server.jdbc().sql("ALTER SYSTEM SET " + setting + " = off").update();
            }
            server.jdbc().sql("SELECT pg_reload_conf()").query().singleValue();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                delete(directory);
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
