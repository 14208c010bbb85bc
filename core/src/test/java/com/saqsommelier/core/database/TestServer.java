package com.saqsommelier.core.database;

import com.saqsommelier.core.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A PostgreSQL server for the tests of one process, with its files below {@code target/}. It is not durable, and it is
 * stopped at once when the process ends; what a killed process left is cleaned by the next one.
 */
public final class TestServer {

    private static final Path PARENT = Path.of("target/postgresql").toAbsolutePath();

    private final Postmaster postmaster;
    private final String password;

    private TestServer(Postmaster postmaster, String password) {
        this.postmaster = postmaster;
        this.password = password;
    }

    /** Starts it. */
    public static TestServer start() {
        try {
            Files.createDirectories(PARENT);
            cleanUp();
            Path directory = Files.createDirectory(
                    PARENT.resolve(Long.toString(ProcessHandle.current().pid())));
            TestDatabase.shareBinaries(directory);
            Cluster cluster = new Cluster(directory.toRealPath());
            Postmaster postmaster = cluster.runningOrStarted();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(directory)));
            TestServer server = new TestServer(postmaster, cluster.password());
            // Nothing here outlives a power cut, and waiting for the disk is most of what tests would do.
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                server.execute("ALTER SYSTEM SET " + setting + " = off");
            }
            server.execute("SELECT pg_reload_conf()");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database, as a copy of another one where one is named. */
    public void create(String database, Optional<String> template) {
        execute("CREATE DATABASE " + database
                + template.map(name -> " TEMPLATE " + name).orElse(""));
    }

    /** Opens a database with the current schema. */
    public Database open(String database) {
        return Database.open(settings(database), () -> {});
    }

    /** Opens a database with the current schema, which is dropped when it is closed. */
    public Database openOnce(String database) {
        return Database.open(
                settings(database), () -> execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"));
    }

    private DatabaseSettings.External settings(String database) {
        return new DatabaseSettings.External(url(database), Cluster.SUPERUSER, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database;
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), Cluster.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private static void cleanUp() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(PARENT)) {
            for (Path directory : left) {
                long process = Long.parseLong(directory.getFileName().toString());
                if (process == ProcessHandle.current().pid()
                        || ProcessHandle.of(process).isEmpty()) {
                    remove(directory);
                }
            }
        }
    }

    private static void remove(Path directory) {
        try {
            Path files = directory.resolve("cluster");
            Optional<Postmaster> running = Files.exists(files) ? Postmaster.of(files.toRealPath()) : Optional.empty();
            if (running.isPresent()) {
                running.get().shutDownImmediately();
                Cluster.await(running.get());
            }
            Trees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
