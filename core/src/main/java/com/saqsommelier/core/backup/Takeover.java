package com.saqsommelier.core.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The scratch schema and how it takes the place of the tables in use: a move of every object of the program, in one
 * transaction. Other people's tables in the same schema stay where they are.
 */
final class Takeover {

    private static final String OLD = "sommelier_before_restore";

    private final Connection connection;
    private final Catalog catalog;
    private final String schema;

    Takeover(Connection connection) throws SQLException {
        this.connection = connection;
        this.catalog = new Catalog(connection);
        this.schema = connection.getSchema();
    }

    /** Keeps other restores out, in any process, until this connection lets go. */
    void lock() throws SQLException {
        if (catalog.rows("SELECT pg_try_advisory_lock(hashtext('restore'))::text")
                .getFirst()
                .getFirst()
                .equals("false")) {
            throw new BackupException("A restore is running already. Wait for it to end, or stop it.");
        }
    }

    /** Makes an empty scratch schema; what a restore that was cut off left of one is removed. */
    void makeScratch() throws SQLException {
        catalog.execute("DROP SCHEMA IF EXISTS " + Restore.SCRATCH + " CASCADE");
        catalog.execute("CREATE SCHEMA " + Restore.SCRATCH);
    }

    void dropScratchAndUnlock() throws SQLException {
        if (!connection.isClosed()) {
            catalog.execute("DROP SCHEMA IF EXISTS " + Restore.SCRATCH + " CASCADE");
            catalog.execute("SELECT pg_advisory_unlock(hashtext('restore'))");
        }
    }

    /** Moves the old tables aside and the new ones in. Statements of others wait for it, some seconds at most. */
    void takeOver() throws SQLException {
        connection.setAutoCommit(false);
        try {
            catalog.execute("SET LOCAL lock_timeout = '30s'");
            refuseBesideJobs();
            catalog.execute("DROP SCHEMA IF EXISTS " + OLD + " CASCADE");
            catalog.execute("CREATE SCHEMA " + OLD);
            for (String move : catalog.moves(schema, Restore.SCRATCH)) {
                catalog.execute(move + OLD);
            }
            for (String move : catalog.moves(Restore.SCRATCH, Restore.SCRATCH)) {
                catalog.execute(move + Catalog.quoted(schema));
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** A job would write the rest of its work, and its end, into tables that know nothing of it. */
    private void refuseBesideJobs() throws SQLException {
        String others = catalog.rows("""
                SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2
                    AND classid = hashtext('run')::oid AND pid <> pg_backend_pid()
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).getFirst().getFirst();
        if (!others.equals("0")) {
            throw new BackupException(
                    "A job is running on this database (scrape, availability …). Wait for it to end, or stop it; nothing"
                            + " has changed.");
        }
    }
}
