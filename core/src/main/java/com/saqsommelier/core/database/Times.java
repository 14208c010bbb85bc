package com.saqsommelier.core.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as JDBC takes and gives them. */
public final class Times {

    private Times() {}

    /** A parameter for a {@code timestamptz}. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A parameter for a {@code timestamptz} that may be null. */
    public static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(Times::utc).orElse(null);
    }

    /** The value of a {@code timestamptz} column, null where it is null. */
    public static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
