package com.saqsommelier.core.backup;

/**
 * The figures of a backup or restore.
 *
 * @param file its path
 * @param schema version of the schema in it
 * @param takenAt time of its snapshot, ISO 8601 in UTC
 * @param bytes size of the file
 */
public record BackupSummary(String file, String schema, String takenAt, int tables, long rows, long bytes) {

    /** Of a run that did nothing. */
    public static final BackupSummary NOTHING = new BackupSummary("", "", "", 0, 0, 0);
}
