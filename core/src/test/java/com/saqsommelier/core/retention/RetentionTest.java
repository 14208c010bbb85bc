package com.saqsommelier.core.retention;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are there until their period has run out, and gone after it. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    /** A row of each table, written at a time. */
    private static final Map<RetentionRule, String> ROWS = Map.ofEntries(
            Map.entry(RetentionRule.DELIVERIES, """
                    WITH event AS (
                        INSERT INTO events (sku, kind, source, detected_at) VALUES ('101', 'test', 'page', now())
                        RETURNING id)
                    INSERT INTO deliveries (event_id, user_id, news_since, due_at, outcome, ended_at)
                    SELECT event.id, 'tg:1', time, time, 'sent', time FROM event, (SELECT ?::timestamptz AS time) times
                    """),
            Map.entry(RetentionRule.RECOMMENDATIONS, """
                    INSERT INTO recommendations (id, conversation_id, user_id, question, mode, understanding, picks,
                        loosened, message, milliseconds, created_at)
                    VALUES (gen_random_uuid(), gen_random_uuid(), 'tg:1', '', 'offline', '{}', '[]', '{}', '', 1, ?)
                    """),
            Map.entry(RetentionRule.CLAUDE_CALLS, """
                    INSERT INTO claude_calls
                        (recommendation_id, purpose, model, prompt_version, outcome, cost_usd, created_at)
                    VALUES (gen_random_uuid(), '', '', '', 'ok', 0, ?)
                    """),
            Map.entry(
                    RetentionRule.CLAUDE_DAYS,
                    "INSERT INTO claude_days (day, cost_usd) VALUES (?::timestamptz::date, 1)"),
            Map.entry(RetentionRule.COMMANDS, """
                    INSERT INTO visits (bot, update_id, user_id, command, begun_by, begun_at)
                    VALUES ('tg:42', nextval('product_revision'), 'tg:1', 'search', 'test', ?)
                    """),
            Map.entry(
                    RetentionRule.STRANGERS, "INSERT INTO strangers (user_id, told_at) VALUES (gen_random_uuid(), ?)"),
            Map.entry(
                    RetentionRule.EVENTS,
                    "INSERT INTO events (sku, kind, source, detected_at) VALUES ('101', 'test', 'page', ?)"),
            Map.entry(RetentionRule.RUNS, """
                    INSERT INTO runs (job, process, state, pass_began_at, started_at, heartbeat_at, ended_at)
                    SELECT 'scrape', 'test', 'ended', time, time, time, time FROM (SELECT ?::timestamptz AS time) times
                    """),
            Map.entry(RetentionRule.DIGEST_RECIPIENTS, """
                    WITH digest AS (
                        INSERT INTO digests (week, since, until)
                        SELECT to_char(time, 'IYYY"-W"IW'), time - interval '7 days', time
                        FROM (SELECT ?::timestamptz AS time) times RETURNING week)
                    INSERT INTO digest_recipients (week, user_id, due_at) SELECT week, 'tg:1', now() FROM digest
                    """),
            Map.entry(RetentionRule.DIGESTS, """
                    INSERT INTO digests (week, since, until)
                    SELECT to_char(time, 'IYYY"-W"IW'), time - interval '7 days', time
                    FROM (SELECT ?::timestamptz AS time) times
                    """),
            Map.entry(RetentionRule.VECTOR_TOMBSTONES, """
                    INSERT INTO embeddings (sku, hash, revision, written_at)
                    VALUES (gen_random_uuid(), '', nextval('embedding_revision'), ?)
                    """));

    private final Database database = TestDatabase.fresh();
    private final Retention retention = new Retention(database, InstantSource.fixed(NOW));

    @BeforeEach
    void a_product() {
        new Products(database).store(aRedWine().sku("101").reading());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_deleted_when_its_period_has_run_out(RetentionRule rule) {
        write(rule, rule.period().plusDays(8));
        write(
                rule,
                rule.period().minusDays(8).isNegative()
                        ? Duration.ZERO
                        : rule.period().minusDays(8));

        assertThat(retention.apply()).containsEntry(rule, 1);
        assertThat(retention.apply()).isEmpty();
    }

    @Test
    void an_alert_that_waits_keeps_itself_and_its_event() {
        Duration old = Duration.ofDays(1000);
        write(RetentionRule.EVENTS, old);
        database.jdbc().sql("""
                        INSERT INTO deliveries (event_id, user_id, news_since, due_at)
                        SELECT id, 'tg:1', detected_at, detected_at FROM events
                        """).update();

        assertThat(retention.apply()).isEmpty();
    }

    @Test
    void the_last_run_of_a_job_stays() {
        write(RetentionRule.RUNS, Duration.ofDays(1000));

        assertThat(retention.apply()).isEmpty();
    }

    @Test
    void a_vector_stays_however_old() {
        write(RetentionRule.VECTOR_TOMBSTONES, Duration.ofDays(1000));
        database.jdbc().sql("UPDATE embeddings SET vector = '\\x00'").update();

        assertThat(retention.apply()).isEmpty();
    }

    /** The audit log and the erasure of a person must not read whole tables, which hold millions of rows. */
    @Test
    void rows_of_a_person_and_the_last_commands_are_found_by_an_index() {
        for (String query : List.of(
                "SELECT * FROM visits ORDER BY begun_at DESC, id DESC LIMIT 10",
                "SELECT * FROM visits WHERE user_id = 'tg:1' ORDER BY begun_at DESC, id DESC LIMIT 10",
                "DELETE FROM deliveries WHERE user_id = 'tg:1'",
                "DELETE FROM recommendations WHERE user_id = 'tg:1'")) {
            assertThat(plan(query)).as(query).contains("Index Scan").doesNotContain("Sort");
        }
    }

    /** The plan among many rows, for which a reading of the whole table is out of the question. */
    private String plan(String query) {
        return database.inTransaction(() -> {
            database.jdbc().sql("SET LOCAL enable_seqscan = off").update();
            database.jdbc().sql("SET LOCAL enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    database.jdbc().sql("EXPLAIN " + query).query(String.class).list());
        });
    }

    private void write(RetentionRule rule, Duration age) {
        database.jdbc()
                .sql(Objects.requireNonNull(ROWS.get(rule)))
                .param(Times.utc(NOW.minus(age)))
                .update();
    }
}
