package com.saqsommelier.core.delivery;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.event.EventKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox of alerts: one row an event and person, inserted by the database in the event's transaction (see
 * {@code V5__people_and_deliveries.sql}), claimed under a lease by a bot that can reach the person, and ended by the
 * reported outcome. A claimant that dies loses none: when its lease expires the next claimant gets the row. A delivery that
 * failed {@value #MOST_TRIES} times is a dead letter: it stays in the table as failed and is reported to the administrators.
 */
public final class Deliveries {

    /** How long a claim holds: long enough to send a hundred messages at the pace that Telegram allows, and to wait. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** After so many claims without success a delivery has failed. */
    public static final int MOST_TRIES = 8;

    /** What could not be told in this time is no news any more. */
    public static final Duration NEWS = Duration.ofDays(3);

    /** So long after an alert what makes it untrue is written into it, where it is read, and not below it. */
    public static final Duration CORRECTABLE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final String CLAIM = """
            WITH due AS (
                SELECT user_id FROM deliveries delivery
                WHERE ended_at IS NULL AND due_at <= :now AND NOT EXISTS (
                    SELECT FROM deliveries other
                    WHERE other.user_id = delivery.user_id AND other.ended_at IS NULL AND other.due_at > :now)
                ORDER BY due_at, id LIMIT :limit),
            claimed AS (
                UPDATE deliveries
                SET leased_by = :consumer, due_at = :until, tries = tries + 1, held = false
                WHERE ended_at IS NULL AND due_at <= :now AND user_id IN (SELECT user_id FROM due)
                RETURNING *)
            SELECT claimed.id, claimed.event_id, claimed.user_id, claimed.due_at, claimed.tries >= :most AS last_try,
                event.sku, event.kind, event.store_id, coalesce(claimed.old, event.old) AS old, event.new,
                event.detected_at,
                CASE WHEN event.kind = 'destock' THEN (
                    SELECT told.message_id
                    FROM deliveries told JOIN events restock ON restock.id = told.event_id
                    WHERE told.user_id = claimed.user_id AND told.message_id IS NOT NULL
                        AND told.ended_at >= event.detected_at - make_interval(secs => :correctable)
                        AND restock.sku = event.sku AND restock.kind = 'restock'
                        AND restock.store_id IS NOT DISTINCT FROM event.store_id
                    ORDER BY told.ended_at DESC, told.id DESC LIMIT 1) END AS corrects
            FROM claimed JOIN events event ON event.id = claimed.event_id
            ORDER BY claimed.event_id, claimed.id
            """;

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
     * <p>The deliveries of one person go to one claimant, all together and in their order: while one of them is under way,
     * waits for another try or is held by quiet hours, the others wait as well. So nobody reads that a bottle is back after
     * having read that it is gone again.
     *
     * @param consumer who claims, for the operator
     * @param limit how many at most; more where one person has more
     */
    public List<Delivery> claim(String consumer, int limit) {
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            // One claimant at a time, so that two never share a person.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('claim_deliveries'))::text")
                    .query(String.class)
                    .single();
            giveUp(now);
            new QuietNight(jdbc).hold(now);
            List<Delivery> claimed = jdbc.sql(CLAIM)
                    .param("now", Times.utc(now))
                    .param("until", Times.utc(now.plus(LEASE)))
                    .param("consumer", consumer)
                    .param("limit", limit)
                    .param("most", MOST_TRIES)
                    .param("correctable", seconds(CORRECTABLE))
                    .query(Deliveries::delivery)
                    .list();
            return new Corrections(jdbc).attach(claimed);
        });
    }

    /** Takes note of an outcome about which there is nothing more to say. */
    public boolean report(long id, Outcome outcome, Optional<Duration> retryAfter) {
        return report(List.of(id), new DeliveryReport(outcome, retryAfter, Optional.empty(), Optional.empty()));
    }

    /**
     * Takes note of how the deliveries of one message went, of all of them or of none. What is reported late or twice
     * changes nothing that has ended.
     *
     * @return false when there is no delivery with the first of the ids
     */
    public boolean report(List<Long> ids, DeliveryReport report) {
        return database.inTransaction(() -> {
            for (long id : ids) {
                switch (report.outcome()) {
                    case RETRY -> postpone(id, report);
                    case BLOCKED -> block(id);
                    case SENT, FAILED -> end(id, report);
                }
            }
            return jdbc.sql("SELECT EXISTS (SELECT FROM deliveries WHERE id = ?)")
                    .param(ids.getFirst())
                    .query(Boolean.class)
                    .single();
        });
    }

    /** How it stands. */
    public DeliveryCounts counts() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE ended_at IS NULL AND NOT held) AS waiting,
                            count(*) FILTER (WHERE ended_at IS NULL AND held) AS held,
                            coalesce(extract(epoch FROM :now::timestamptz
                                - min(news_since) FILTER (WHERE ended_at IS NULL AND NOT held)), 0) AS oldest,
                            count(*) FILTER (WHERE outcome = 'failed') AS failed
                        FROM deliveries WHERE ended_at IS NULL OR ended_at > :now::timestamptz - interval '24 hours'
                        """)
                .param("now", Times.utc(now))
                .query((row, number) -> new DeliveryCounts(
                        row.getLong("waiting"),
                        row.getLong("held"),
                        Math.max(0, row.getLong("oldest")),
                        row.getLong("failed")))
                .single();
    }

    private void giveUp(Instant now) {
        List<Long> failed = jdbc.sql("""
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
                        RETURNING CASE WHEN deliveries.outcome = 'failed' THEN deliveries.id END AS failed
                        """)
                .param("now", Times.utc(now))
                .param("most", MOST_TRIES)
                .param("news", Times.utc(now.minus(NEWS)))
                .query(Long.class)
                .list();
        failed.stream().filter(Objects::nonNull).forEach(Deliveries::complain);
    }

    private void postpone(long id, DeliveryReport report) {
        Instant now = clock.instant();
        boolean last = jdbc.sql("""
                        UPDATE deliveries
                        SET leased_by = NULL,
                            tries = tries - CASE WHEN :asked::float8 IS NULL THEN 0 ELSE 1 END,
                            due_at = :now::timestamptz + make_interval(secs => coalesce(
                                :asked::float8, least(:longest::float8, :first * power(2, greatest(tries, 1) - 1))))
                        WHERE id = :id AND ended_at IS NULL
                            AND (:consumer::text IS NULL OR leased_by = :consumer)
                        RETURNING tries >= :most
                        """)
                .param("asked", report.retryAfter().map(Deliveries::seconds).orElse(null))
                .param("now", Times.utc(now))
                .param("first", seconds(FIRST_PAUSE))
                .param("longest", seconds(LONGEST_PAUSE))
                .param("id", id)
                .param("consumer", report.consumer().orElse(null))
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (last) {
            end(id, new DeliveryReport(Outcome.FAILED));
        }
    }

    private void end(long id, DeliveryReport report) {
        int ended = jdbc.sql("""
                        UPDATE deliveries SET ended_at = :now, outcome = :outcome, message_id = :message
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .param("now", Times.utc(clock.instant()))
                .param("outcome", report.outcome().name().toLowerCase(Locale.ROOT))
                .param("message", report.messageId().orElse(null), Types.BIGINT)
                .param("id", id)
                .update();
        if (ended == 1 && report.outcome() == Outcome.FAILED) {
            complain(id);
        }
    }

    private static void complain(long id) {
        LOG.error(
                "Delivery {} has failed: the channel refused it, or did not take it in {} tries. The log of the bot says"
                        + " why; the person was not told. docs/operations.md, \"Alerts that failed\", says how to send it"
                        + " again.",
                id,
                MOST_TRIES);
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
                row.getTimestamp("due_at").toInstant(),
                row.getBoolean("last_try"),
                // What that message told is read afterwards, for all of them at once.
                Optional.ofNullable(row.getObject("corrects", Long.class)).map(id -> new Correction(id, List.of())));
    }
}
