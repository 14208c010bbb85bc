package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the disk has room for a server. A server on a full disk starts badly, or stops in the middle of its work. */
final class DiskSpace {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final long MEGABYTE = 1_000_000;

    /** Programs, empty databases and the first log of transactions take some 120 MB. */
    private static final long TO_SET_UP = 200 * MEGABYTE;

    /** PostgreSQL writes its log of transactions in files of 16 MB, and stops where it cannot make the next one. */
    private static final long TO_START = 40 * MEGABYTE;

    private static final long COMFORTABLE = 500 * MEGABYTE;

    private DiskSpace() {}

    /**
     * Makes sure that there is room.
     *
     * @param exists whether the server is set up already
     * @throws DatabaseException when there is too little
     */
    static void check(Path directory, boolean exists) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        long needed = exists ? TO_START : TO_SET_UP;
        if (free < needed) {
            throw new DatabaseException(
                    "The disk is full: " + free / MEGABYTE + " MB are free for " + directory
                            + ", and PostgreSQL needs " + needed / MEGABYTE + " MB to "
                            + (exists ? "start" : "be set up")
                            + ". Make room, or set SOMMELIER_DATA_DIR to a directory on another disk; what was stored is kept.");
        }
        if (free < COMFORTABLE) {
            LOG.warn("The disk is nearly full: {} MB are free for {}", free / MEGABYTE, directory);
        }
    }
}
