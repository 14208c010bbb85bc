package com.saqsommelier.core.stock;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The readings of one availability run, kept apart until the run has ended and they are believed. Memory does not grow
 * with them. Only a run that holds the job's lock may fill it.
 */
public final class Readings {

    private final Database database;
    private final JdbcClient jdbc;

    /** The readings of a database. */
    public Readings(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** Forgets all readings, those that are held included. */
    public void clear() {
        database.inTransaction(() -> jdbc.sql("DELETE FROM held_readings").update()
                + jdbc.sql("DELETE FROM online_readings").update()
                + jdbc.sql("DELETE FROM store_readings").update());
    }

    /** Adds readings of online stock; of several for one product the first counts. */
    public void addOnline(Collection<OnlineReading> readings) {
        List<@Nullable Object[]> rows = readings.stream()
                .map(reading -> new @Nullable Object[] {
                    reading.sku(),
                    reading.available(),
                    reading.quantity(),
                    reading.source().code(),
                    Times.utc(reading.readAt()),
                    reading.details()
                            .map(LiveDetails::storeIds)
                            .map(stores -> stores.stream().sorted().toArray(String[]::new))
                            .orElse(null),
                    reading.details().map(LiveDetails::tasteTag).orElse(null),
                    reading.details().map(LiveDetails::vintage).orElse(null),
                    reading.details().map(LiveDetails::tastingProfile).orElse(null)
                })
                .toList();
        write("""
                INSERT INTO online_readings
                    (sku, available, quantity, source, read_at, store_ids, taste_tag, vintage, tasting_profile)
                VALUES (?, ?, ?, ?, ?, ?::text[], ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
                """, rows);
    }

    /** Adds readings of stores; of several for one product and store the first counts. */
    public void addStores(Collection<StoreReading> readings) {
        write(
                """
                INSERT INTO store_readings (sku, store_id, in_stock, quantity, source, read_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                readings.stream()
                        .map(reading -> new @Nullable Object[] {
                            reading.sku(),
                            reading.storeId(),
                            reading.inStock(),
                            reading.quantity(),
                            reading.source().code(),
                            Times.utc(reading.readAt())
                        })
                        .toList());
    }

    /** Lets what is known of the stores of a product speak of each store in which the product was looked at before. */
    public void spreadToStores() {
        jdbc.sql("""
                        INSERT INTO store_readings (sku, store_id, in_stock, source, read_at)
                        SELECT known.sku, known.store_id, known.store_id = ANY (reading.store_ids), reading.source,
                            reading.read_at
                        FROM store_stock known JOIN online_readings reading USING (sku)
                        WHERE reading.store_ids IS NOT NULL
                        ON CONFLICT DO NOTHING
                        """).update();
    }

    /** How much the readings would change. What a page said is not compared: it may be two days old. */
    public Verdict verdict() {
        return jdbc.sql("""
                        SELECT products.*, pairs.* FROM
                            (SELECT count(*), count(*) FILTER (WHERE
                                (product.told_source <> 'page' AND product.told_available <> reading.available)
                                OR (cardinality(product.store_ids) > 0) <> (cardinality(reading.store_ids) > 0))
                            FROM online_readings reading JOIN products product USING (sku)
                            WHERE product.told_source <> 'page' OR product.store_ids IS NOT NULL)
                                AS products (product_count, products_changed),
                            (SELECT count(*), count(*) FILTER (WHERE known.told <> reading.in_stock)
                            FROM store_readings reading JOIN store_stock known USING (sku, store_id))
                                AS pairs (pair_count, pairs_changed)
                        """)
                .query((row, number) -> new Verdict(
                        row.getLong("product_count"),
                        row.getLong("products_changed"),
                        row.getLong("pair_count"),
                        row.getLong("pairs_changed")))
                .single();
    }

    /** Lets the readings wait for the operator. */
    public void hold(Instant at, String reason) {
        jdbc.sql("INSERT INTO held_readings (held_at, reason) VALUES (?, ?)")
                .params(Times.utc(at), reason)
                .update();
    }

    /** Whether readings wait for the operator, and why. */
    public Optional<HeldReadings> held() {
        return jdbc.sql("SELECT held_at, reason FROM held_readings")
                .query((row, number) ->
                        new HeldReadings(row.getTimestamp("held_at").toInstant(), row.getString("reason")))
                .optional();
    }

    private void write(String sql, List<@Nullable Object[]> rows) {
        database.inTransaction(() -> new JdbcTemplate(database.dataSource()).batchUpdate(sql, rows));
    }
}
