package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server of a directory, as its {@code postmaster.pid} names it.
 *
 * @param process of the server
 * @param port on the loopback interface
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
record Postmaster(ProcessHandle process, int port) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int PORT_LINE = 3;

    /**
     * The server that runs on the files. A {@code postmaster.pid} of which the server no longer runs, or which is empty
     * or garbage (after a power cut or a full disk), is removed when no server runs on the files: PostgreSQL would refuse
     * to start beside it.
     *
     * <p>The caller holds the gate, so that nobody else is starting the server.
     *
     * @throws DatabaseException when a server runs on the files that the pid file does not name
     */
    static Optional<Postmaster> of(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<Postmaster> named = read(pidFile);
        if (named.isPresent() && named.get().runsOn(files)) {
            return named;
        }
        Optional<ProcessHandle> other = ProcessHandle.allProcesses()
                .filter(process -> worksIn(files, process) && isPostgres(process) && isRunning(process))
                .filter(process -> process.parent()
                        .filter(parent -> worksIn(files, parent))
                        .isEmpty())
                .findFirst();
        if (other.isPresent() && named.isEmpty()) {
            throw new DatabaseException("A PostgreSQL (process " + other.get().pid() + ") runs in " + files
                    + ", but its file postmaster.pid is damaged, so that nobody can join it. Stop that process (kill -INT "
                    + other.get().pid() + ") and try again; nothing is lost by that.");
        }
        LOG.info("Removing the postmaster.pid of a server that no longer runs");
        Files.deleteIfExists(pidFile);
        return Optional.empty();
    }

    /** Whether the process still runs; one that has ended and was not yet collected by its parent does not. */
    boolean isAlive() {
        return isRunning(process);
    }

    /** SIGINT is PostgreSQL's fast shutdown: clients are disconnected, data is safe. */
    void shutDownFast() {
        signal("-INT");
    }

    /** SIGQUIT is PostgreSQL's immediate shutdown: nothing is written any more, and the next start recovers. */
    void shutDownImmediately() {
        signal("-QUIT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL (process " + process.pid() + ") could not be stopped: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Postmaster> read(Path pidFile) throws IOException {
        List<String> lines = new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(pid).map(process -> new Postmaster(process, port));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean runsOn(Path files) {
        return isRunning(process)
                && isPostgres(process)
                && directory(process).map(files::equals).orElse(true);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static boolean worksIn(Path files, ProcessHandle process) {
        return directory(process).filter(files::equals).isPresent();
    }

    /** The directory in which a process runs, which is that of its files for a server; empty where none can tell. */
    private static Optional<Path> directory(ProcessHandle process) {
        try {
            return Optional.of(
                    Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            // There is no /proc on this system, or the process has ended just now.
            return process.isAlive();
        }
    }
}
