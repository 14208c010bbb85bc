package com.saqsommelier.core.stock;

import com.saqsommelier.core.database.Database;
import java.util.List;
import java.util.Optional;

/** Which products and stores are worth a question, because somebody waits for the answer. */
public final class WatchedProducts {

    private static final String WATCHED = """
            SELECT product.sku, product.magento_id,
                array_remove(array_agg(DISTINCT store.store_id ORDER BY store.store_id), NULL) AS stores
            FROM products product
            JOIN watches watch USING (sku)
            LEFT JOIN people person USING (user_id)
            LEFT JOIN preferred_stores preferred USING (user_id)
            LEFT JOIN stores store ON store.store_id = preferred.store_id AND store.closed_at IS NULL
            WHERE product.delisted_at IS NULL AND person.paused IS NOT TRUE
            GROUP BY product.sku, product.magento_id, product.availability_checked_at
            ORDER BY product.availability_checked_at NULLS FIRST, product.sku
            """;

    private final Database database;

    /** The watched products of a database. */
    public WatchedProducts(Database database) {
        this.database = database;
    }

    /** All that are in the catalogue and that somebody who is not paused watches; those read longest ago first. */
    public List<WatchedProduct> all() {
        return database.jdbc()
                .sql(WATCHED)
                .query((row, number) -> new WatchedProduct(
                        row.getString("sku"),
                        Optional.ofNullable(row.getObject("magento_id", Long.class)),
                        List.of((String[]) row.getArray("stores").getArray())))
                .list();
    }
}
