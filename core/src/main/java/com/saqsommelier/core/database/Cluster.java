package com.saqsommelier.core.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    /** The major version of the binaries in the root pom. */
    private static final String VERSION = "18";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path files;
    private final ClusterDirectory directory;
    private final Path binaries;
    private final Path serverLog;
    private final Path passwordFile;
    private final String password;
    private @Nullable EmbeddedPostgres startedHere;

    Cluster(Path directory) throws IOException {
        files = directory.resolve("cluster");
        this.directory = new ClusterDirectory(directory, VERSION);
        binaries = directory.resolve("binaries");
        serverLog = directory.resolve("server.log");
        passwordFile = directory.resolve("password");
        password = SecretFile.readOrMake(passwordFile);
    }

    String password() {
        return password;
    }

    /** The JDBC URL of the running server, which is started first when there is none. */
    String runningOrStarted() throws IOException {
        Optional<Postmaster> running = running();
        int port = running.isPresent() ? running.get().port() : start();
        return url(port, DATABASE);
    }

    /** Stops the server, waiting until it is down; does nothing when it does not run. */
    void stop() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(files);
        if (startedHere != null) {
            startedHere.close();
            startedHere = null;
        } else {
            postmaster.ifPresent(Postmaster::shutDownFast);
        }
        if (postmaster.isPresent()) {
            await(postmaster.get().process());
            LOG.info("PostgreSQL stopped");
        }
    }

    private Optional<Postmaster> running() throws IOException {
        Optional<Postmaster> found = Postmaster.of(files);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Postmaster postmaster = found.get();
        if (!postmaster.isPostgres()) {
            // A reboot or a kill left the file behind and the number now names another program. PostgreSQL would refuse
            // to start beside it; nobody else can be starting it, since we hold the gate.
            LOG.info("Removing the pid file of a server that no longer runs");
            Files.deleteIfExists(files.resolve("postmaster.pid"));
            return Optional.empty();
        }
        if (!answers(postmaster.port(), postmaster.process())) {
            return Optional.empty();
        }
        return found;
    }

    private int start() throws IOException {
        if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new DatabaseException(
                    "PostgreSQL refuses to run as root, and this system does not allow user namespaces"
                            + " (unshare -U). Run as another user, or set SOMMELIER_DATABASE_URL to a server of your own.");
        }
        boolean exists = directory.holdsServer();
        Files.createDirectories(files);
        LOG.info("{} PostgreSQL in {}", exists ? "Starting" : "Setting up", files.getParent());
        try {
            startedHere = EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPGStartupWait(START_LIMIT)
                    // The library switches durability off, as tests like it; this data is meant to last.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_filename", "postgresql-%a.log")
                    .setServerConfig("log_truncate_on_rotation", "on")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new DatabaseException(
                    "PostgreSQL did not start in " + files + ": " + e.getMessage()
                            + ". The usual causes are a full disk or files of another user; its own words are in "
                            + serverLog + " and " + files.resolve("log") + ".",
                    e);
        }
        int port = startedHere.getPort();
        createDatabase(port);
        directory.markComplete();
        return port;
    }

    private void createDatabase(int port) {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            var exists = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'");
            if (!exists.next()) {
                statement.executeUpdate("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database " + DATABASE + " could not be created: " + e.getMessage(), e);
        }
    }

    /** Waits while the process is there but still starting or recovering. */
    private boolean answers(int port, ProcessHandle process) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive()) {
            try (Connection connection = connect(port, "postgres")) {
                return connection.isValid(1);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new DatabaseException(
                            "A PostgreSQL with process number " + process.pid() + " runs in " + files
                                    + " but does not answer on port " + port + ": " + e.getMessage()
                                    + ". Stop that process and try again.",
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

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseException(
                    "PostgreSQL (process " + process.pid() + ") did not stop within " + STOP_LIMIT.toSeconds()
                            + " s; it goes on stopping by itself.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /**
     * What the server writes of itself into postmaster.pid.
     *
     * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
     */
    private record Postmaster(ProcessHandle process, int port) {

        private static final int PORT_LINE = 3;

        /** The server that last wrote the file, when its process number is still in use. */
        static Optional<Postmaster> of(Path files) throws IOException {
            Path pidFile = files.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(pid).map(process -> new Postmaster(process, port));
        }

        boolean isPostgres() {
            return process.info()
                    .command()
                    .map(command -> command.endsWith("postgres"))
                    .orElse(true);
        }

        /** SIGINT is PostgreSQL's fast shutdown: clients are disconnected, data is safe. */
        void shutDownFast() {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new DatabaseException("PostgreSQL (process " + process.pid() + ") could not be stopped: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
