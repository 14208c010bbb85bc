package com.saqsommelier.core.backup;

import java.util.List;
import java.util.Map;

/**
 * The contents of a backup, as its entry {@code manifest.json} lists them.
 *
 * @param format of the file; a higher one belongs to a newer program
 * @param program version of the program that wrote it
 * @param schema version of the last migration
 * @param takenAt time of the snapshot, ISO 8601 in UTC
 * @param sequences the last value of each sequence that was used
 * @param omitted tables without their rows, which the program works out anew
 */
record Manifest(
        int format,
        String program,
        String schema,
        String takenAt,
        List<Table> tables,
        Map<String, Long> sequences,
        List<String> omitted) {

    static final int FORMAT = 1;

    /**
     * A table.
     *
     * @param columns in the order of the copy
     * @param sha256 of the rows as binary COPY writes them
     */
    record Table(String name, List<String> columns, long rows, String sha256) {}
}
