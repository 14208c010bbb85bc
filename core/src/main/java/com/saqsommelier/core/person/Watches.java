package com.saqsommelier.core.person;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who watches which product. */
public final class Watches {

    private final Database database;
    private final JdbcClient jdbc;

    /** The watches of a database. */
    public Watches(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** What became of a wish to watch. */
    public enum Added {
        /** It is kept. */
        NEW,
        /** The person watches the product already, since an earlier time. */
        ALREADY_THERE,
        /** No product has the SKU. */
        UNKNOWN_PRODUCT
    }

    /** Keeps a watch. */
    public Added add(Watch watch) {
        try {
            int rows = database.inTransaction(() -> jdbc.sql("""
                            INSERT INTO watches (user_id, sku, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                            """)
                    .params(watch.userId(), watch.sku(), Times.utc(watch.createdAt()))
                    .update());
            return rows == 1 ? Added.NEW : Added.ALREADY_THERE;
        } catch (DataIntegrityViolationException e) {
            return Added.UNKNOWN_PRODUCT;
        }
    }

    /** What a person watches, the latest first. */
    public List<Watch> of(String userId) {
        return jdbc.sql("SELECT * FROM watches WHERE user_id = ? ORDER BY created_at DESC, sku")
                .param(userId)
                .query((row, number) -> new Watch(
                        row.getString("user_id"),
                        row.getString("sku"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /**
     * Ends a watch. What is on its way to the person already still arrives.
     *
     * @return false when there was none
     */
    public boolean remove(String userId, String sku) {
        return jdbc.sql("DELETE FROM watches WHERE user_id = ? AND sku = ?")
                        .params(userId, sku)
                        .update()
                == 1;
    }
}
