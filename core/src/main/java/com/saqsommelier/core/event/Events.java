package com.saqsommelier.core.event;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.util.List;
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
        jdbc.sql("INSERT INTO events (sku, kind, source, detected_at) VALUES (?, ?, ?, ?)")
                .params(event.sku(), event.kind().code(), event.source(), Times.utc(event.detectedAt()))
                .update();
    }

    /** All events of a product, oldest first. */
    public List<Event> of(String sku) {
        return jdbc.sql("SELECT * FROM events WHERE sku = ? ORDER BY id")
                .param(sku)
                .query((row, number) -> new Event(
                        row.getString("sku"),
                        EventKind.of(row.getString("kind")),
                        row.getString("source"),
                        row.getTimestamp("detected_at").toInstant()))
                .list();
    }

    /** How many events there are. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM events").query(Long.class).single();
    }
}
