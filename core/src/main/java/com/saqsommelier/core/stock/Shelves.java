package com.saqsommelier.core.stock;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.store.Stores;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which stores have a product. */
public final class Shelves {

    private final Database database;

    /** The shelves of a database. */
    public Shelves(Database database) {
        this.database = database;
    }

    /** The stores that have a product and are not gone, by city and name. */
    public List<Shelf> of(String sku) {
        return database.jdbc()
                .sql("""
                        SELECT store.*, stock.quantity, stock.read_at
                        FROM products product
                        JOIN stores store ON store.store_id = ANY (product.store_ids) AND store.closed_at IS NULL
                        LEFT JOIN store_stock stock
                            ON stock.sku = product.sku AND stock.store_id = store.store_id AND stock.in_stock
                        WHERE product.sku = ?
                        ORDER BY store.city, store.name, store.store_id
                        """)
                .param(sku)
                .query((row, number) -> new Shelf(
                        Stores.read(row, number), row.getObject("quantity", Integer.class), Times.read(row, "read_at")))
                .list();
    }

    /** The SKUs of what at least one of some stores has, by the last reading. */
    public Set<String> skusIn(Collection<String> stores) {
        return new HashSet<>(database.jdbc()
                .sql("SELECT sku FROM products WHERE delisted_at IS NULL AND store_ids && :stores::text[]")
                .param("stores", stores.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** When the stores of a product were last read; empty when they never were. */
    public Optional<Instant> checkedAt(String sku) {
        return database.jdbc()
                .sql("SELECT stores_checked_at FROM products WHERE sku = ? AND stores_checked_at IS NOT NULL")
                .param(sku)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
