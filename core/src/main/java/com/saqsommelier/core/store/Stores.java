package com.saqsommelier.core.store;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored stores. None is ever deleted: people prefer them and readings speak of them. */
public final class Stores {

    private static final String INSERT = """
            INSERT INTO stores AS stored (store_id, name, kind, address, city, postal_code, telephone, latitude,
                longitude, opening_hours, temporarily_closed, listed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    private final Database database;
    private final JdbcClient jdbc;

    /** The stores of a database. */
    public Stores(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** Stores what the directory lists; what it leaves out of a store stays as it is known. */
    public void store(Collection<Store> stores, Instant at) {
        write(stores, at, """
                ON CONFLICT (store_id) DO UPDATE SET
                    name = excluded.name,
                    kind = coalesce(excluded.kind, stored.kind),
                    address = coalesce(excluded.address, stored.address),
                    city = coalesce(excluded.city, stored.city),
                    postal_code = coalesce(excluded.postal_code, stored.postal_code),
                    telephone = coalesce(excluded.telephone, stored.telephone),
                    latitude = coalesce(excluded.latitude, stored.latitude),
                    longitude = coalesce(excluded.longitude, stored.longitude),
                    opening_hours = coalesce(excluded.opening_hours, stored.opening_hours),
                    temporarily_closed = excluded.temporarily_closed,
                    listed_at = excluded.listed_at,
                    closed_at = NULL
                """);
    }

    /** Notes stores that a product's list names and the directory has not listed yet. Those that are known stay. */
    public void note(Collection<Store> stores) {
        write(stores, null, "ON CONFLICT DO NOTHING");
    }

    /** The stores that are open, by all that is known, and that a directory read since a time does not list. */
    public List<String> notListedSince(Instant time) {
        return jdbc.sql("SELECT store_id FROM stores WHERE closed_at IS NULL AND listed_at < ? ORDER BY store_id")
                .param(Times.utc(time))
                .query(String.class)
                .list();
    }

    /** Marks stores as closed. */
    public void close(Collection<String> ids, Instant at) {
        jdbc.sql("UPDATE stores SET closed_at = :at WHERE closed_at IS NULL AND store_id = ANY (:ids::text[])")
                .param("at", Times.utc(at))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    /** A store, closed or not. */
    public Optional<Store> find(String id) {
        return jdbc.sql("SELECT * FROM stores WHERE store_id = ?")
                .param(id)
                .query(Stores::read)
                .optional();
    }

    /** Stores of these ids, closed or not, in no order; unknown ids are left out. */
    public List<Store> findAll(Collection<String> ids) {
        return jdbc.sql("SELECT * FROM stores WHERE store_id = ANY (:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query(Stores::read)
                .list();
    }

    /** All stores that are open, by city and name. */
    public List<Store> open() {
        return jdbc.sql("SELECT * FROM stores WHERE closed_at IS NULL ORDER BY city, name, store_id")
                .query(Stores::read)
                .list();
    }

    /** How many stores are open. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM stores WHERE closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    private void write(Collection<Store> stores, @Nullable Instant listedAt, String conflict) {
        List<@Nullable Object[]> rows = stores.stream()
                .map(store -> new @Nullable Object[] {
                    store.id(),
                    store.name(),
                    store.kind(),
                    store.address(),
                    store.city(),
                    store.postalCode(),
                    store.telephone(),
                    store.place().map(Place::latitude).orElse(null),
                    store.place().map(Place::longitude).orElse(null),
                    store.openingHours(),
                    store.temporarilyClosed(),
                    Times.utc(Optional.ofNullable(listedAt))
                })
                .toList();
        database.inTransaction(() -> new JdbcTemplate(database.dataSource()).batchUpdate(INSERT + conflict, rows));
    }

    /**
     * The store of a row.
     *
     * @param row with all columns of the table {@code stores}
     * @param number of the row, not used
     */
    public static Store read(ResultSet row, int number) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        return new Store(
                row.getString("store_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("address"),
                row.getString("city"),
                row.getString("postal_code"),
                row.getString("telephone"),
                latitude == null ? Optional.empty() : Optional.of(new Place(latitude, row.getDouble("longitude"))),
                row.getString("opening_hours"),
                row.getBoolean("temporarily_closed"),
                Times.read(row, "closed_at"));
    }
}
