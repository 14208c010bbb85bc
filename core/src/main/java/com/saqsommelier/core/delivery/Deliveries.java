package com.saqsommelier.core.delivery;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.event.EventKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The deliveries: made with their event by the database itself (see {@code V5__people_and_deliveries.sql}), claimed under
 * a lease by whoever can reach the person, and ended by the outcome that is reported. A claimant that dies loses none:
 * when the lease is over the next one gets it.
 */
public final class Deliveries {

    /** How long a claim holds: long enough to send a hundred messages at the pace that Telegram allows, and to wait. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** After so many claims without success a delivery has failed. */
    public static final int MOST_TRIES = 8;

    /** What could not be told in this time is no news any more. */
    public static final Duration NEWS = Duration.ofDays(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private final Database database;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    /** The deliveries of a database. */
    public Deliveries(Database database, InstantSource clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /**
     * Claims what is due, the oldest first; what one claimant gets no other gets before {@link Delivery#leasedUntil}.
     *
     * @param consumer who claims, for the operator
     * @param limit how many at most
     */
    public List<Delivery> claim(String consumer, int limit) {
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            giveUp(now);
            return jdbc.sql("""
                            WITH due AS (
                                SELECT id FROM deliveries WHERE ended_at IS NULL AND due_at <= :now
                                ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED),
                            claimed AS (
                                UPDATE deliveries
                                SET leased_by = :consumer, due_at = :until, tries = tries + 1
                                WHERE id IN (SELECT id FROM due)
                                RETURNING *)
                            SELECT claimed.id, claimed.event_id, claimed.user_id, claimed.due_at, event.sku,
                                event.kind, event.store_id, event.old, event.new, event.detected_at
                            FROM claimed JOIN events event ON event.id = claimed.event_id
                            ORDER BY claimed.event_id, claimed.id
                            """)
                    .param("now", Times.utc(now))
                    .param("until", Times.utc(now.plus(LEASE)))
                    .param("consumer", consumer)
                    .param("limit", limit)
                    .query(Deliveries::delivery)
                    .list();
        });
    }

    /**
     * Takes note of an outcome. One that is reported late or twice changes nothing that has ended.
     *
     * @param retryAfter the pause that the channel asked for; with one the try does not count
     * @return false when there is no such delivery
     */
    public boolean report(long id, Outcome outcome, Optional<Duration> retryAfter) {
        return database.inTransaction(() -> {
            switch (outcome) {
                case RETRY -> postpone(id, retryAfter);
                case BLOCKED -> block(id);
                case SENT, FAILED -> end(id, outcome);
            }
            return jdbc.sql("SELECT EXISTS (SELECT FROM deliveries WHERE id = ?)")
                    .param(id)
                    .query(Boolean.class)
                    .single();
        });
    }

    /** Deletes what ended before a time, and says how many. What has not ended stays, however old. */
    public int deleteEndedBefore(Instant time) {
        return jdbc.sql("DELETE FROM deliveries WHERE ended_at < ?")
                .param(Times.utc(time))
                .update();
    }

    private void giveUp(Instant now) {
        jdbc.sql("""
                        WITH hopeless AS (
                            SELECT delivery.id,
                                CASE
                                    WHEN person.paused THEN 'blocked'
                                    WHEN delivery.tries >= :most THEN 'failed'
                                    WHEN delivery.news_since < :news THEN 'expired'
                                END AS outcome
                            FROM deliveries delivery LEFT JOIN people person USING (user_id)
                            WHERE delivery.ended_at IS NULL AND delivery.due_at <= :now
                                AND (person.paused OR delivery.tries >= :most OR delivery.news_since < :news)
                            FOR UPDATE OF delivery SKIP LOCKED)
                        UPDATE deliveries SET ended_at = :now, outcome = hopeless.outcome
                        FROM hopeless WHERE deliveries.id = hopeless.id
                        """)
                .param("now", Times.utc(now))
                .param("most", MOST_TRIES)
                .param("news", Times.utc(now.minus(NEWS)))
                .update();
    }

    private void postpone(long id, Optional<Duration> retryAfter) {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE deliveries
                        SET leased_by = NULL,
                            tries = tries - CASE WHEN :asked::float8 IS NULL THEN 0 ELSE 1 END,
                            due_at = :now::timestamptz + make_interval(secs => coalesce(
                                :asked::float8, least(:longest::float8, :first * power(2, greatest(tries, 1) - 1))))
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .param("asked", retryAfter.map(Deliveries::seconds).orElse(null))
                .param("now", Times.utc(now))
                .param("first", seconds(FIRST_PAUSE))
                .param("longest", seconds(LONGEST_PAUSE))
                .param("id", id)
                .update();
    }

    private void end(long id, Outcome outcome) {
        jdbc.sql("UPDATE deliveries SET ended_at = ?, outcome = ? WHERE id = ? AND ended_at IS NULL")
                .params(Times.utc(clock.instant()), outcome.name().toLowerCase(Locale.ROOT), id)
                .update();
    }

    /** Pauses the person as well, so that nothing else is claimed for somebody who blocked us. */
    private void block(long id) {
        jdbc.sql("""
                        WITH ended AS (
                            UPDATE deliveries SET ended_at = :now, outcome = 'blocked'
                            WHERE id = :id AND ended_at IS NULL RETURNING user_id)
                        INSERT INTO people (user_id, paused) SELECT user_id, true FROM ended
                        ON CONFLICT (user_id) DO UPDATE SET paused = true
                        """).param("id", id).param("now", Times.utc(clock.instant())).update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("user_id"),
                row.getString("sku"),
                EventKind.of(row.getString("kind")),
                Optional.ofNullable(row.getString("store_id")),
                Optional.ofNullable(row.getString("old")),
                Optional.ofNullable(row.getString("new")),
                row.getTimestamp("detected_at").toInstant(),
                row.getTimestamp("due_at").toInstant());
    }
}
