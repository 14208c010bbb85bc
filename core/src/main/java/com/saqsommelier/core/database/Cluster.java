package com.saqsommelier.core.database;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL server and the server on them. Not thread safe: the caller holds the gate.
 *
 * <p>PostgreSQL detaches from the process that started it ({@code pg_ctl} calls setsid), so it survives that process
 * and is not stopped by its Ctrl-C.
 */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String DATABASE = "sommelier";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PORTS_TO_TRY = 3;
    private static final String WRONG_PASSWORD = "28P01";

    private static final Map<String, String> CONFIGURATION = Map.of(
            "timezone", "UTC",
            "max_connections", "100",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "logging_collector", "on",
            "log_filename", "postgresql-%a.log",
            "log_truncate_on_rotation", "on");

    private final Path parent;
    private final Path files;
    private final ClusterDirectory directory;
    private final Path binaries;
    private final Path serverLog;
    private final Path passwordFile;
    private final String password;
    private int lastPort;

    Cluster(Path directory) throws IOException {
        parent = directory;
        files = directory.resolve("cluster");
        this.directory = new ClusterDirectory(directory, PostgresPrograms.MAJOR_VERSION);
        binaries = directory.resolve("binaries");
        serverLog = directory.resolve("server.log");
        passwordFile = directory.resolve("password");
        password = SecretFile.readOrMake(passwordFile);
    }

    String password() {
        return password;
    }

    /** The running server, which is started first when there is none. */
    Postmaster runningOrStarted() throws IOException {
        Optional<Postmaster> running = running();
        Postmaster postmaster = running.isPresent() ? running.get() : start();
        lastPort = postmaster.port();
        return postmaster;
    }

    /** The JDBC URL of a server's database. */
    static String url(Postmaster postmaster) {
        return url(postmaster.port(), DATABASE);
    }

    /** Stops the server, waiting until it is down; does nothing when it does not run. */
    void stop() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(real());
        if (postmaster.isPresent()) {
            postmaster.get().shutDownFast();
            await(postmaster.get());
            LOG.info("PostgreSQL stopped");
        }
    }

    private Optional<Postmaster> running() throws IOException {
        Optional<Postmaster> found = Postmaster.of(real());
        return found.filter(this::answers);
    }

    private Postmaster start() throws IOException {
        boolean exists = directory.holdsServer();
        DiskSpace.check(parent, exists);
        LOG.info("{} PostgreSQL in {}", exists ? "Starting" : "Setting up", parent);
        PostgresPrograms programs = PostgresPrograms.in(binaries);
        removeOlderPrograms();
        if (exists) {
            Files.setPosixFilePermissions(real(), PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(files);
            setUp(programs);
        }
        Postmaster postmaster = startServer(programs);
        if (!acceptsPassword(postmaster)) {
            LOG.warn("The database has another password than the file {}; it gets that of the file", passwordFile);
            postmaster.shutDownFast();
            await(postmaster);
            setPassword(programs);
            postmaster = startServer(programs);
        }
        createDatabase(postmaster.port());
        directory.markComplete();
        return postmaster;
    }

    private void setUp(PostgresPrograms programs) throws IOException {
        List<String> arguments = List.of(
                "-D",
                files.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF-8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile);
        Optional<String> failed = run(programs, "initdb", arguments, null);
        if (failed.isPresent()) {
            throw explain(failed.get());
        }
    }

    /** A port that is free may be taken a moment later by somebody else, so another one is tried then. */
    private Postmaster startServer(PostgresPrograms programs) throws IOException {
        Optional<String> failed = Optional.empty();
        for (int attempt = 1; attempt <= PORTS_TO_TRY; attempt++) {
            int port = attempt == 1 && lastPort > 0 ? lastPort : freePort();
            failed = run(programs, "pg_ctl", startArguments(port), null);
            if (failed.isEmpty()) {
                return Postmaster.of(real())
                        .orElseThrow(() -> new DatabaseException(
                                "PostgreSQL stopped as soon as it had started in " + files + "; its own words are in "
                                        + serverLog + " and " + files.resolve("log") + "."));
            }
            if (StartFailure.of(failed.get()) != StartFailure.PORT_TAKEN) {
                break;
            }
            LOG.info("Port {} was taken by another program", port);
        }
        throw explain(failed.orElse(""));
    }

    private List<String> startArguments(int port) {
        String options = CONFIGURATION.entrySet().stream()
                .map(entry -> "-c " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        String limit = Long.toString(START_LIMIT.toSeconds());
        return List.of("-D", files.toString(), "-o", options, "-l", serverLog.toString(), "-w", "-t", limit, "start");
    }

    /** In single-user mode PostgreSQL asks for no password: whoever may write the files is trusted. */
    private void setPassword(PostgresPrograms programs) throws IOException {
        Optional<String> failed = run(
                programs,
                "postgres",
                List.of("--single", "-D", files.toString(), "postgres"),
                "ALTER USER " + SUPERUSER + " PASSWORD '" + password.replace("'", "''") + "'\n");
        if (failed.isPresent()) {
            throw explain(failed.get());
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return what it and the server wrote to their logs when it failed; empty when it ended well
     */
    private Optional<String> run(
            PostgresPrograms programs, String program, List<String> arguments, @Nullable String input)
            throws IOException {
        ServerLogs logs = ServerLogs.now(serverLog, files.resolve("log"));
        try {
            Process process = new ProcessBuilder(programs.command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    .start();
            try (Writer words = process.outputWriter()) {
                if (input != null) {
                    words.write(input);
                }
            }
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(logs.since());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while PostgreSQL was starting", e);
        } catch (IOException e) {
            return Optional.of(e.getMessage() + "\n" + logs.since());
        }
    }

    private DatabaseException explain(String output) {
        return StartFailure.of(output).explain(files, output);
    }

    private void createDatabase(int port) {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            var exists = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'");
            if (!exists.next()) {
                statement.executeUpdate("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The database " + DATABASE + " in " + files + " can be neither found nor created: " + e.getMessage()
                            + ". The usual cause is a directory of another program's PostgreSQL.",
                    e);
        }
    }

    private boolean acceptsPassword(Postmaster postmaster) {
        try (Connection connection = connect(postmaster.port(), "postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return !WRONG_PASSWORD.equals(e.getSQLState());
        }
    }

    /** Waits while the process is there but still starting or recovering. */
    private boolean answers(Postmaster postmaster) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (postmaster.isAlive()) {
            try (Connection connection = connect(postmaster.port(), "postgres")) {
                return connection.isValid(1);
            } catch (SQLException e) {
                boolean refused = WRONG_PASSWORD.equals(e.getSQLState());
                if (refused || System.nanoTime() > end) {
                    throw new DatabaseException(
                            "A PostgreSQL with process number "
                                    + postmaster.process().pid() + " runs in " + files
                                    + (refused
                                            ? " and refuses the password in " + passwordFile
                                            : " but does not answer")
                                    + " on port " + postmaster.port() + ": " + e.getMessage()
                                    + ". Stop that process (kill -INT "
                                    + postmaster.process().pid() + ") and try again; nothing is lost by that.",
                            e);
                }
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection(url(port, database), SUPERUSER, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The files without symbolic links, as the server itself has them; the files where there are none yet. */
    private Path real() throws IOException {
        return Files.exists(files) ? files.toRealPath() : files;
    }

    /** Zonky's own starter left programs here that everybody may write to; no server runs on them now. */
    private void removeOlderPrograms() throws IOException {
        try (DirectoryStream<Path> older = Files.newDirectoryStream(binaries, "PG-*")) {
            for (Path programs : older) {
                Trees.delete(programs);
            }
        }
    }

    static void await(Postmaster postmaster) {
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        while (postmaster.isAlive()) {
            if (System.nanoTime() > end) {
                throw new DatabaseException(
                        "PostgreSQL (process " + postmaster.process().pid() + ") did not stop within "
                                + STOP_LIMIT.toSeconds() + " s; it goes on stopping by itself.");
            }
            pause();
        }
    }
}
