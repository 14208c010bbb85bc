package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
 * <p>A server that dies under the processes that use it is started again by one of them; the others join it.
 *
 * <p>A killed process drops its locks and may leave the server running; the next one joins that server and, if it is the
 * last, stops it. File locks belong to the process, so several opens in one process share one entry of {@link #OPEN}.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = Cluster.SUPERUSER;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** How often it is looked at whether the server lives. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** How long the tries to start it again wait: what a killed server leaves needs a moment to go. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofSeconds(10));

    private static final Map<Path, EmbeddedServer> OPEN = new HashMap<>();

    private final Path directory;
    private final Cluster cluster;
    private volatile Postmaster postmaster;
    private final FileChannel users;
    private final FileLock share;
    private final ReentrantLock reviving = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<DatabaseException> lost = new CompletableFuture<>();
    private int opens = 1;

    private EmbeddedServer(Path directory, Cluster cluster, Postmaster postmaster, FileChannel users, FileLock share) {
        this.directory = directory;
        this.cluster = cluster;
        this.postmaster = postmaster;
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
                Postmaster postmaster = cluster.runningOrStarted();
                EmbeddedServer server =
                        new EmbeddedServer(directory, cluster, postmaster, users, users.lock(0, Long.MAX_VALUE, true));
                Thread.ofPlatform().daemon().name("postgresql-keeper").start(server::keep);
                return server;
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        }
    }

    /** The JDBC URL of the server that runs now; another one after the server had to be started anew on another port. */
    String jdbcUrl() {
        return Cluster.url(postmaster);
    }

    /** Completes, with the reason, when the server has died and could not be started again. */
    CompletableFuture<DatabaseException> lost() {
        return lost;
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
            closing.countDown();
            // The gate is a lock of the process: the keeper must have let go of it.
            reviving.lock();
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
            } finally {
                reviving.unlock();
            }
        }
    }

    /** Starts the server again when it has died: one of the processes that use it does so, the others join. */
    private void keep() {
        try {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!postmaster.isAlive() && !revive()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revive() throws InterruptedException {
        long died = System.nanoTime();
        DatabaseException reason = null;
        for (Duration pause : PAUSES) {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            try {
                if (revivedOnce()) {
                    LOG.error(
                            "PostgreSQL had died; it runs again after {} s. The usual causes are a lack of memory and"
                                    + " somebody who killed it; its own words are in {}.",
                            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - died),
                            directory.resolve("cluster/log"));
                }
                return true;
            } catch (IOException e) {
                reason = new DatabaseException("PostgreSQL has died and cannot be started again: " + e, e);
            } catch (DatabaseException e) {
                reason = e;
            }
        }
        lost.complete(reason == null ? new DatabaseException("PostgreSQL has died") : reason);
        return false;
    }

    /** Starts or joins the server; does nothing, and returns false, when this process is about to leave it. */
    private boolean revivedOnce() throws IOException {
        reviving.lock();
        try (FileChannel gate = channel(directory.resolve("gate.lock"))) {
            if (closing.getCount() == 0) {
                return false;
            }
            gate.lock();
            postmaster = cluster.runningOrStarted();
            return true;
        } finally {
            reviving.unlock();
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
