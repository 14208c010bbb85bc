package com.saqsommelier.core;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.database.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases on one real PostgreSQL server, which lives as long as the test run. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String EMPTY = "empty";
    private static final TestServer SERVER = TestServer.start();

    static {
        SERVER.create(EMPTY, Optional.empty());
        SERVER.open(EMPTY).close();
    }

    private TestDatabase() {}

    /** A database of its own with the current schema and no rows; the caller closes it, and then it is gone. */
    public static Database fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        // A copy has the schema already.
        SERVER.create(name, Optional.of(EMPTY));
        return SERVER.openOnce(name);
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
}
