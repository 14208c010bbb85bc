package com.saqsommelier.core.stock;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.delivery.Deliveries;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored stock and what was told of it. A reading and the event that it causes are one transaction.
 *
 * <p>What is stored is always the freshest reading. What was told moves by events alone: the first reading is told
 * without one, and after an event nothing more is told of that product for a while (docs/decisions/0011-stock-events.md),
 * except that it is sold out again within the hour: that corrects the alert where it stands
 * (docs/decisions/0031-corrected-alerts.md).
 */
public final class Stock {

    private static final String APPLY_ONLINE = """
            UPDATE products product SET
                available = reading.available,
                online_quantity = CASE
                    WHEN NOT reading.available THEN 0
                    WHEN reading.quantity IS NOT NULL THEN reading.quantity
                    WHEN product.available THEN product.online_quantity
                END,
                availability_checked_at = reading.read_at,
                availability_source = reading.source,
                store_ids = coalesce(reading.store_ids, product.store_ids),
                stores_checked_at = CASE WHEN reading.store_ids IS NULL THEN product.stores_checked_at
                    ELSE reading.read_at END,
                taste_tag = coalesce(reading.taste_tag, product.taste_tag),
                vintage = coalesce(reading.vintage, product.vintage),
                tasting_profile = coalesce(reading.tasting_profile, product.tasting_profile),
                changed_at = reading.read_at
            FROM online_readings reading
            WHERE reading.sku = product.sku
                AND (product.availability_checked_at IS NULL
                    OR product.availability_checked_at <= reading.read_at
                    OR (product.availability_source = 'page'
                        AND NOT page_counts(reading.read_at, reading.source, product.availability_checked_at)))
            """;

    private static final String APPLY_STORES = """
            INSERT INTO store_stock AS known
                (sku, store_id, in_stock, quantity, read_at, source, changed_at, told)
            SELECT sku, store_id, in_stock, CASE WHEN in_stock THEN quantity ELSE 0 END, read_at, source, read_at,
                in_stock
            FROM store_readings reading
            WHERE EXISTS (SELECT FROM products WHERE products.sku = reading.sku)
                AND EXISTS (SELECT FROM stores WHERE stores.store_id = reading.store_id)
            ON CONFLICT (sku, store_id) DO UPDATE SET
                in_stock = excluded.in_stock,
                quantity = CASE
                    WHEN NOT excluded.in_stock THEN 0
                    WHEN excluded.quantity IS NOT NULL THEN excluded.quantity
                    WHEN known.in_stock THEN known.quantity
                END,
                changed_at = CASE WHEN known.in_stock = excluded.in_stock THEN known.changed_at
                    ELSE excluded.read_at END,
                read_at = excluded.read_at,
                source = excluded.source
            WHERE known.read_at <= excluded.read_at
            """;

    /** Products of which single stores were read are in exactly those of these stores that have them. */
    private static final String APPLY_STORE_IDS = """
            UPDATE products product SET
                store_ids = ARRAY(
                    SELECT id FROM (
                        SELECT unnest(product.store_ids) AS id
                        UNION SELECT store_id FROM store_readings WHERE sku = product.sku AND in_stock
                        EXCEPT SELECT store_id FROM store_readings WHERE sku = product.sku AND NOT in_stock) AS ids
                    ORDER BY id),
                stores_checked_at = reading.read_at,
                changed_at = reading.read_at
            FROM (SELECT sku, max(read_at) AS read_at FROM store_readings WHERE source = 'store_list' GROUP BY sku)
                AS reading
            WHERE reading.sku = product.sku
                AND (product.stores_checked_at IS NULL OR product.stores_checked_at <= reading.read_at)
            """;

    private static final String TELL_ONLINE = """
            WITH changed AS (
                SELECT sku, available, online_quantity, availability_checked_at, availability_source,
                    told_available IS NULL OR (told_source = 'page' AND availability_source <> 'page') AS first
                FROM products
                WHERE %s AND available IS NOT NULL AND delisted_at IS NULL
                    AND (told_available IS DISTINCT FROM available
                        OR (told_source = 'page' AND availability_source <> 'page'))
                    AND (told_at IS NULL OR told_at <= availability_checked_at - make_interval(secs => :quiet)
                        OR (told_available AND NOT available
                            AND told_at > availability_checked_at - make_interval(secs => :correctable)))),
            told AS (
                UPDATE products SET
                    told_available = changed.available,
                    told_source = changed.availability_source,
                    told_at = CASE WHEN first THEN told_at ELSE changed.availability_checked_at END
                FROM changed WHERE changed.sku = products.sku)
            INSERT INTO events (sku, kind, old, new, source, detected_at)
            SELECT sku, CASE WHEN available THEN 'restock' ELSE 'destock' END,
                CASE WHEN available THEN '0' END,
                CASE WHEN available THEN online_quantity::text ELSE '0' END,
                availability_source, availability_checked_at
            FROM changed WHERE NOT first ORDER BY sku
            """;

    private static final String TELL_STORES = """
            WITH changed AS (
                SELECT known.* FROM store_stock known JOIN store_readings USING (sku, store_id)
                WHERE known.told <> known.in_stock
                    AND (known.told_at IS NULL OR known.told_at <= known.read_at - make_interval(secs => :quiet)
                        OR (known.told AND NOT known.in_stock
                            AND known.told_at > known.read_at - make_interval(secs => :correctable)))),
            told AS (
                UPDATE store_stock known SET told = changed.in_stock, told_at = changed.read_at
                FROM changed WHERE changed.sku = known.sku AND changed.store_id = known.store_id)
            INSERT INTO events (sku, kind, store_id, old, new, source, detected_at)
            SELECT sku, CASE WHEN in_stock THEN 'restock' ELSE 'destock' END, store_id,
                CASE WHEN in_stock THEN '0' END,
                CASE WHEN in_stock THEN quantity::text ELSE '0' END,
                source, read_at
            FROM changed ORDER BY sku, store_id
            """;

    private final Database database;
    private final JdbcClient jdbc;
    private final Duration quiet;

    /**
     * The stock of a database.
     *
     * @param quiet how long nothing more is told of a product, or of a product in a store, after an event
     */
    public Stock(Database database, Duration quiet) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.quiet = quiet;
    }

    /** Believes the readings of a run: stores what is fresher than what is stored, writes the events, forgets them. */
    public AppliedReadings apply(Readings readings) {
        return database.inTransaction(() -> {
            int products = jdbc.sql(APPLY_ONLINE).update();
            int stores = jdbc.sql(APPLY_STORES).update();
            jdbc.sql(APPLY_STORE_IDS).update();
            int events = jdbc.sql(TELL_ONLINE.formatted("sku IN (SELECT sku FROM online_readings)"))
                            .param("quiet", quiet.toSeconds())
                            .param("correctable", Deliveries.CORRECTABLE.toSeconds())
                            .update()
                    + jdbc.sql(TELL_STORES)
                            .param("quiet", quiet.toSeconds())
                            .param("correctable", Deliveries.CORRECTABLE.toSeconds())
                            .update();
            readings.clear();
            return new AppliedReadings(products, stores, events);
        });
    }

    /**
     * Tells what the page of a product changed, where pages are the only source of stock; in the transaction that stores
     * the page.
     *
     * @return how many events that makes, 0 or 1
     */
    public int tell(String sku) {
        return jdbc.sql(TELL_ONLINE.formatted("sku = :sku"))
                .param("sku", sku)
                .param("quiet", quiet.toSeconds())
                .param("correctable", Deliveries.CORRECTABLE.toSeconds())
                .update();
    }
}
