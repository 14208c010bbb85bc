package com.saqsommelier.core.product;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored products. Safe for use by several threads and processes.
 *
 * <p>A database that fails throws Spring's {@link org.springframework.dao.DataAccessException}; nothing is half written.
 */
public final class Products {

    private static final String UPSERT = upsert();

    private final JdbcClient jdbc;

    /** The products of a database. */
    public Products(Database database) {
        this.jdbc = database.jdbc();
    }

    /**
     * Stores what a reading found. What it lacks stays as it is stored, except what it states to be empty; a reading older
     * than the stored one changes nothing.
     *
     * @throws IllegalArgumentException when the reading has no name
     */
    public Outcome store(ProductReading reading) {
        if (reading.facts().label().name() == null) {
            throw new IllegalArgumentException("the reading of product " + reading.sku() + " has no name");
        }
        OffsetDateTime readAt = Times.utc(reading.readAt());
        Map<String, @Nullable Object> values = new HashMap<>();
        ProductColumn.ALL.forEach(
                column -> values.put(column.name(), column.value().apply(reading.facts())));
        values.put("sku", reading.sku());
        values.put("url", reading.url().toString());
        values.put("read_at", readAt);
        values.put(
                "stated_empty",
                reading.statedEmpty().stream().map(ProductField::name).toArray(String[]::new));
        return jdbc.sql(UPSERT)
                .params(values)
                .query((row, number) -> row.getBoolean("inserted")
                        ? Outcome.INSERTED
                        : row.getBoolean("updated") ? Outcome.UPDATED : Outcome.UNCHANGED)
                .optional()
                .orElse(Outcome.UNCHANGED);
    }

    /** The product of a SKU, delisted or not. */
    public Optional<Product> find(String sku) {
        return jdbc.sql("SELECT * FROM products WHERE sku = ?")
                .param(sku)
                .query(ProductRow::read)
                .optional();
    }

    /** The products of these SKUs, by SKU; unknown ones are left out. */
    public Map<String, Product> findAll(Collection<String> skus) {
        Map<String, Product> found = new HashMap<>();
        jdbc.sql("SELECT * FROM products WHERE sku = ANY (:skus::text[])")
                .param("skus", skus.toArray(String[]::new))
                .query(ProductRow::read)
                .list()
                .forEach(product -> found.put(product.sku(), product));
        return found;
    }

    /**
     * The next products whose last change has a higher number, delisted ones included, in the order of their changes.
     *
     * <p>Reading on from the last returned revision misses nothing: numbers become visible in their order.
     *
     * @param limit at most so many, 1 or more
     */
    public List<Product> changedAfter(long revision, int limit) {
        return jdbc.sql("SELECT * FROM products WHERE revision > ? ORDER BY revision LIMIT ?")
                .params(revision, limit)
                .query(ProductRow::read)
                .list();
    }

    /** The states of all products, delisted ones included, in no order and as of one moment. */
    public List<ProductVersion> versions() {
        return jdbc.sql("SELECT sku, revision, changed_at, delisted_at IS NOT NULL FROM products")
                .query((row, number) -> new ProductVersion(
                        row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getBoolean(4)))
                .list();
    }

    /** How many products have a last change of a higher number, delisted ones included. */
    public int countChangedAfter(long revision) {
        return jdbc.sql("SELECT count(*) FROM products WHERE revision > ?")
                .param(revision)
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that the page of a product was looked at and says what it said before.
     *
     * @param offer what the page says of stock, {@link Offer#UNKNOWN} when the answer had no page
     * @return false when the product is not known
     */
    public boolean confirm(String sku, Offer offer, Instant at) {
        return jdbc.sql("""
                        UPDATE products SET
                            fetched_at = greatest(fetched_at, :at::timestamptz),
                            changed_at = :at,
                            available = CASE WHEN fresher THEN :available ELSE available END,
                            online_quantity = CASE WHEN fresher AND :quantity IS NOT NULL THEN :quantity
                                ELSE online_quantity END,
                            availability_checked_at = CASE WHEN fresher THEN :at ELSE availability_checked_at END,
                            availability_source = CASE WHEN fresher THEN 'page' ELSE availability_source END
                        FROM (SELECT :available::boolean IS NOT NULL
                                AND page_counts(availability_checked_at, availability_source, :at) AS fresher
                            FROM products WHERE sku = :sku) AS reading
                        WHERE sku = :sku
                        """)
                        .param("sku", sku)
                        .param("at", Times.utc(at))
                        .param("available", offer.available(), Types.BOOLEAN)
                        .param("quantity", offer.onlineQuantity(), Types.INTEGER)
                        .update()
                == 1;
    }

    /** Notes the English name of a product that is known. */
    public void nameInEnglish(String sku, String name, Instant at) {
        jdbc.sql("UPDATE products SET name_en = ?, changed_at = ? WHERE sku = ?")
                .params(name, Times.utc(at), sku)
                .update();
    }

    /** Marks products as gone from the catalogue; those that already are keep their time. Says how many are newly gone. */
    public int delist(Collection<String> skus, Instant at) {
        return jdbc.sql("UPDATE products SET delisted_at = :at, changed_at = :at"
                        + " WHERE delisted_at IS NULL AND sku = ANY (:skus::text[])")
                .param("at", Times.utc(at))
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** Takes back products that are marked as gone, and says how many were. */
    public int relist(Collection<String> skus) {
        return jdbc.sql(
                        "UPDATE products SET delisted_at = NULL WHERE delisted_at IS NOT NULL AND sku = ANY (:skus::text[])")
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** How many products are stored, delisted ones not counted. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM products WHERE delisted_at IS NULL")
                .query(Long.class)
                .single();
    }

    private static String upsert() {
        String names = ProductColumn.ALL.stream().map(ProductColumn::name).collect(joining(", "));
        String values = ProductColumn.ALL.stream().map(ProductColumn::parameter).collect(joining(", "));
        String merges = ProductColumn.ALL.stream().map(ProductColumn::merge).collect(joining(",\n    "));
        return """
                WITH before AS (SELECT revision FROM products WHERE sku = :sku)
                INSERT INTO products AS stored
                    (sku, url, first_seen_at, fetched_at, page_read_at, changed_at,
                     availability_checked_at, availability_source, %s)
                VALUES
                    (:sku, :url, :read_at, :read_at, :read_at, :read_at,
                     CASE WHEN :available::boolean IS NOT NULL THEN :read_at::timestamptz END,
                     CASE WHEN :available::boolean IS NOT NULL THEN 'page' END, %s)
                ON CONFLICT (sku) DO UPDATE SET
                    url = excluded.url,
                    fetched_at = greatest(stored.fetched_at, excluded.fetched_at),
                    page_read_at = excluded.page_read_at,
                    changed_at = excluded.changed_at,
                    availability_checked_at = CASE WHEN (excluded.available IS NOT NULL OR 'AVAILABILITY' = ANY (:stated_empty::text[]))
                        AND page_counts(stored.availability_checked_at, stored.availability_source, excluded.page_read_at)
                        THEN excluded.page_read_at ELSE stored.availability_checked_at END,
                    availability_source = CASE WHEN (excluded.available IS NOT NULL OR 'AVAILABILITY' = ANY (:stated_empty::text[]))
                        AND page_counts(stored.availability_checked_at, stored.availability_source, excluded.page_read_at)
                        THEN 'page' ELSE stored.availability_source END,
                    %s
                WHERE stored.page_read_at <= excluded.page_read_at
                RETURNING
                    NOT EXISTS (SELECT FROM before) AS inserted,
                    revision <> (SELECT revision FROM before) AS updated
                """.formatted(names, values, merges);
    }
}
