package com.saqsommelier.backend.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk that the data directory is on.
 *
 * @param directory the data directory
 * @param free bytes that this user may still write
 * @param total bytes in all
 */
record DiskSpace(Path directory, long free, long total) {

    /** Below that PostgreSQL cannot write its next file of changes (16 MB) and a margin. */
    private static final long FULL = 32L << 20;

    /** Below that it is time to make room. */
    private static final long LOW = 512L << 20;

    static DiskSpace of(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            return new DiskSpace(directory, store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean full() {
        return free < FULL;
    }

    boolean low() {
        return free < LOW;
    }
}
