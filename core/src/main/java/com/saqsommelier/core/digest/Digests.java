package com.saqsommelier.core.digest;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digests: what each week covers, and what happened in it. */
public final class Digests {

    private final JdbcClient jdbc;

    /** The digests of a database. */
    public Digests(Database database) {
        this.jdbc = database.jdbc();
    }

    /**
     * What the digest of the present week covers: from the end of the last one until now, a week where there is none of the
     * last two. It is not fixed by asking.
     */
    public DigestWeek present(Instant now) {
        String week = DigestWeek.at(now);
        return find(week).orElseGet(() -> {
            Instant since = last().map(DigestWeek::until)
                    .filter(end -> end.isAfter(now.minus(DigestWeek.LONGEST)) && end.isBefore(now))
                    .orElse(now.minus(DigestWeek.USUAL));
            return new DigestWeek(week, since, now);
        });
    }

    /** What the digest of a week covers; empty where none was begun. */
    public Optional<DigestWeek> find(String week) {
        return jdbc.sql("SELECT * FROM digests WHERE week = ?")
                .param(week)
                .query(Digests::week)
                .optional();
    }

    /** Fixes what the digest of the present week covers, unless that is done. */
    DigestWeek fix(Instant now) {
        DigestWeek present = present(now);
        jdbc.sql("INSERT INTO digests (week, since, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(present.week(), Times.utc(present.since()), Times.utc(present.until()))
                .update();
        return find(present.week()).orElseThrow();
    }

    /** What happened in a week, as it stands now: what came and went again is not among what came. */
    public DigestNews news(DigestWeek week) {
        List<String> fresh = happened(week, "product.delisted_at IS NULL", "'new'");
        List<String> back = happened(
                week, "product.delisted_at IS NULL AND product.available IS NOT FALSE", "'relisted', 'restock'");
        List<String> leaving = happened(week, "product.delisted_at IS NOT NULL", "'delisted'");
        return new DigestNews(
                fresh, back.stream().filter(sku -> !fresh.contains(sku)).toList(), leaving);
    }

    private List<String> happened(DigestWeek week, String state, String kinds) {
        return jdbc.sql("""
                        SELECT product.sku FROM products product
                        WHERE %s AND EXISTS (
                            SELECT FROM events event
                            WHERE event.sku = product.sku AND event.store_id IS NULL AND event.kind IN (%s)
                                AND event.detected_at >= :since AND event.detected_at < :until)
                        ORDER BY product.available DESC NULLS LAST,
                            product.rating * ln(1 + product.review_count) DESC NULLS LAST, product.name, product.sku
                        """.formatted(state, kinds))
                .param("since", Times.utc(week.since()))
                .param("until", Times.utc(week.until()))
                .query(String.class)
                .list();
    }

    private Optional<DigestWeek> last() {
        return jdbc.sql("SELECT * FROM digests ORDER BY until DESC LIMIT 1")
                .query(Digests::week)
                .optional();
    }

    private static DigestWeek week(ResultSet row, int number) throws SQLException {
        return new DigestWeek(
                row.getString("week"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
