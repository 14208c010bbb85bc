package com.saqsommelier.core.event;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored events, oldest first. An event is written in the transaction of the change that it tells of
 * ({@link Database#inTransaction}), so that there is neither one without the other.
 */
public final class Events {

    private final JdbcClient jdbc;

    /** The events of a database. */
    public Events(Database database) {
        this.jdbc = database.jdbc();
    }

    /** Writes an event. */
    public void add(Event event) {
        jdbc.sql("""
                        INSERT INTO events (sku, kind, store_id, old, new, source, detected_at)
                        VALUES (:sku, :kind, :store, :old, :new, :source, :at)
                        """)
                .param("sku", event.sku())
                .param("kind", event.kind().code())
                .param("store", event.storeId().orElse(null))
                .param("old", event.old().orElse(null))
                .param("new", event.current().orElse(null))
                .param("source", event.source())
                .param("at", Times.utc(event.detectedAt()))
                .update();
    }

    /** All events of a product, oldest first. */
    public List<Event> of(String sku) {
        return jdbc.sql("SELECT * FROM events WHERE sku = ? ORDER BY id")
                .param(sku)
                .query(Events::read)
                .list();
    }

    /** All events, oldest first. */
    public List<Event> all() {
        return jdbc.sql("SELECT * FROM events ORDER BY id").query(Events::read).list();
    }

    /** How many events there are. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM events").query(Long.class).single();
    }

    /** An event as a row of its table has it. */
    public static Event read(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getString("sku"),
                EventKind.of(row.getString("kind")),
                Optional.ofNullable(row.getString("store_id")),
                Optional.ofNullable(row.getString("old")),
                Optional.ofNullable(row.getString("new")),
                row.getString("source"),
                row.getTimestamp("detected_at").toInstant());
    }
}
