package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * One process's share in the PostgreSQL server of a data directory. The first process starts the server, later ones
 * join it, the last one out stops it.
 *
 * <p>Invariants, kept by two lock files which the operating system releases however a process ends:
 *
 * <ul>
 *   <li>{@code gate.lock} is held exclusively while a server is being started, joined or stopped, so those never overlap;
 *   <li>{@code users.lock} is held shared by each process that uses the server; whoever can take it exclusively is alone.
 * </ul>
 *
 * <p>A killed process drops its locks and may leave the server running; the next one joins that server and, if it is the
 * last, stops it. File locks belong to the process, so several opens in one process share one entry of {@link #OPEN}.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = Cluster.SUPERUSER;

    private static final Map<Path, EmbeddedServer> OPEN = new HashMap<>();

    private final Path directory;
    private final Cluster cluster;
    private final String jdbcUrl;
    private final FileChannel users;
    private final FileLock share;
    private int opens = 1;

    private EmbeddedServer(Path directory, Cluster cluster, String jdbcUrl, FileChannel users, FileLock share) {
        this.directory = directory;
        this.cluster = cluster;
        this.jdbcUrl = jdbcUrl;
        this.users = users;
        this.share = share;
    }

    /**
     * Joins the server of a directory, starting it when it does not run.
     *
     * @throws DatabaseException when the directory cannot be written or the server does not start
     */
    static EmbeddedServer open(Path directory) {
        synchronized (OPEN) {
            try {
                Files.createDirectories(directory);
                Path real = directory.toRealPath();
                EmbeddedServer open = OPEN.get(real);
                if (open == null) {
                    open = join(real);
                    OPEN.put(real, open);
                } else {
                    open.opens++;
                }
                return open;
            } catch (IOException e) {
                throw new DatabaseException(
                        "The data directory " + directory + " cannot be used: " + e
                                + ". Give this user the right to write there, or set SOMMELIER_DATA_DIR.",
                        e);
            }
        }
    }

    private static EmbeddedServer join(Path directory) throws IOException {
        try (FileChannel gate = channel(directory.resolve("gate.lock"))) {
            gate.lock();
            FileChannel users = channel(directory.resolve("users.lock"));
            try {
                Cluster cluster = new Cluster(directory);
                String jdbcUrl = cluster.runningOrStarted();
                return new EmbeddedServer(directory, cluster, jdbcUrl, users, users.lock(0, Long.MAX_VALUE, true));
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    String password() {
        return cluster.password();
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (opens == 0) {
                return;
            }
            opens--;
            if (opens > 0) {
                return;
            }
            OPEN.remove(directory);
            try (FileChannel gate = channel(directory.resolve("gate.lock"));
                    users) {
                gate.lock();
                share.release();
                FileLock alone = users.tryLock();
                if (alone != null) {
                    cluster.stop();
                }
            } catch (IOException e) {
                throw new DatabaseException("The lock files in " + directory + " cannot be used: " + e, e);
            }
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
