package com.saqsommelier.core.person;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            return database.inTransaction(() -> {
                int rows = jdbc.sql("""
                                INSERT INTO watches (user_id, sku, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(watch.userId(), watch.sku(), Times.utc(watch.createdAt()))
                        .update();
                if (rows == 1 && watch.price().isPresent()) {
                    alert(watch.userId(), watch.sku(), watch.price(), watch.createdAt());
                }
                return rows == 1 ? Added.NEW : Added.ALREADY_THERE;
            });
        } catch (DataIntegrityViolationException e) {
            return Added.UNKNOWN_PRODUCT;
        }
    }

    /**
     * Sets which lower prices of a watched product are told, measured from the present price; or ends that.
     *
     * @param at now; a reading before that is not told
     * @return false when the person does not watch the product
     */
    public boolean alert(String userId, String sku, Optional<PriceAlert> price, Instant at) {
        return jdbc.sql("""
                        UPDATE watches SET price_rule = :rule, price_value = :value, price_since = :since,
                            price_reference = CASE WHEN :rule::text IS NOT NULL
                                THEN (SELECT product.price FROM products product WHERE product.sku = watches.sku) END
                        WHERE user_id = :user AND sku = :sku
                        """)
                        .param("rule", price.map(one -> one.rule().code()).orElse(null), Types.VARCHAR)
                        .param("value", price.map(PriceAlert::value).orElse(null), Types.NUMERIC)
                        .param("since", price.map(_ -> Times.utc(at)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("user", userId)
                        .param("sku", sku)
                        .update()
                == 1;
    }

    /** What a person watches, the latest first. */
    public List<Watch> of(String userId) {
        return jdbc.sql("SELECT * FROM watches WHERE user_id = ? ORDER BY created_at DESC, sku")
                .param(userId)
                .query((row, number) -> new Watch(
                        row.getString("user_id"),
                        row.getString("sku"),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getString("price_rule"))
                                .map(PriceAlert.Rule::of)
                                .map(rule -> price(rule, row))))
                .list();
    }

    private static PriceAlert price(PriceAlert.Rule rule, ResultSet row) {
        try {
            return new PriceAlert(rule, row.getBigDecimal("price_value"));
        } catch (SQLException e) {
            throw new IllegalStateException("watches has no price_value", e);
        }
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
