package com.saqsommelier.core.person;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.access.AccessDecision;
import com.saqsommelier.core.access.AccessDecisions;
import com.saqsommelier.core.access.Strangers;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.recommendation.Trace;
import com.saqsommelier.core.recommendation.TraceDetails;
import com.saqsommelier.core.recommendation.Traces;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.core.visit.CommandLog;
import com.saqsommelier.core.visit.LoggedCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever wants to be forgotten is forgotten in every table. */
class ErasureTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final String ANNE = "tg:1";
    private static final String BERT = "tg:2";
    private static final String ADMIN = "tg:9";

    private final Database database = TestDatabase.fresh();
    private final Erasure erasure = new Erasure(database);

    @BeforeEach
    void aLife() {
        new Products(database).store(aRedWine().sku("11111").reading());
        new Stores(database)
                .store(
                        List.of(new Store(
                                "23009", "Laurier", null, null, null, null, null, Optional.empty(), null, false, null)),
                        EVENING);
        for (String person : List.of(ANNE, BERT)) {
            live(person);
        }
        new Events(database)
                .add(new Event(
                        "11111",
                        EventKind.RESTOCK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "page",
                        EVENING));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_is_left_of_a_person_in_any_table_and_others_lose_nothing() {
        Map<String, Long> before = rows(BERT);
        assertThat(rows(ANNE)).isEqualTo(before).containsKeys("people", "preferred_stores", "watches", "deliveries");

        Map<String, Integer> erased = erasure.erase(ANNE);

        assertThat(rows(ANNE)).isEmpty();
        assertThat(erased.keySet()).isEqualTo(before.keySet());
        assertThat(rows(BERT)).isEqualTo(before);
        assertThat(erasure.erase(ANNE)).isEmpty();
    }

    /** A table that this test fills with no row would be one that it cannot speak for. */
    @Test
    void this_test_knows_every_table_with_a_person_in_it() {
        assertThat(rows(ANNE).keySet()).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void a_table_that_is_made_later_is_not_overlooked_even_where_it_is_referred_to() {
        database.jdbc()
                .sql("CREATE TABLE later (id bigint PRIMARY KEY, user_id text NOT NULL)")
                .update();
        database.jdbc()
                .sql("CREATE TABLE zlater (user_id text NOT NULL, later_id bigint REFERENCES later (id))")
                .update();
        database.jdbc().sql("INSERT INTO later VALUES (1, 'tg:1')").update();
        database.jdbc().sql("INSERT INTO zlater VALUES ('tg:1', 1)").update();

        assertThat(erasure.erase(ANNE)).containsEntry("later", 1).containsEntry("zlater", 1);
    }

    @Test
    void a_denial_stays_and_a_permission_does_not() {
        AccessDecisions entries = new AccessDecisions(database);
        entries.decide(new AccessDecision(BERT, false, ADMIN, EVENING));

        erasure.erase(ANNE);
        erasure.erase(BERT);

        assertThat(entries.all()).extracting(AccessDecision::userId).containsExactly(BERT);
    }

    /** Were a person named in a column of another name, the erasure would not find it. */
    @Test
    void people_are_named_in_columns_called_user_id() {
        assertThat(database.jdbc().sql("""
                                SELECT table_name || '.' || column_name FROM information_schema.columns
                                WHERE table_schema = current_schema() AND column_name <> 'user_id'
                                    AND column_name ~ 'user|person|chat|drinker|decided_by'
                                """).query(String.class).list()).containsExactly("access.decided_by");
    }

    private void live(String person) {
        new People(database).save(new Person(person, Optional.of("en"), true, false, List.of()));
        new People(database).prefer(person, "23009", EVENING);
        new Watches(database).add(new Watch(person, "11111", EVENING.minusSeconds(1)));
        new AccessDecisions(database).decide(new AccessDecision(person, true, ADMIN, EVENING));
        new Strangers(database).tellNow(person, EVENING);
        LoggedCommand visit = new LoggedCommand(
                "tg:42", Long.parseLong(person.substring(3)), person, "start", EVENING, "one", Optional.empty());
        new CommandLog(database).begin(visit, false);
        database.jdbc()
                .sql("INSERT INTO digests VALUES ('2026-W09', now() - interval '7 days', now()) ON CONFLICT DO NOTHING")
                .update();
        database.jdbc()
                .sql("INSERT INTO digest_recipients (week, user_id, due_at) VALUES ('2026-W09', ?, now())")
                .param(person)
                .update();
        new Traces(database)
                .add(new Trace(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        person,
                        "un rouge",
                        "offline",
                        "{}",
                        List.of(),
                        List.of(),
                        "",
                        Duration.ZERO,
                        EVENING,
                        new TraceDetails("offline_and_words", Optional.empty(), Optional.empty(), "[]", "{}", 0)));
    }

    private Map<String, Long> rows(String person) {
        return tables().stream()
                .filter(table -> count(table, person) > 0)
                .collect(Collectors.toMap(table -> table, table -> count(table, person)));
    }

    private long count(String table, String person) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE user_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private List<String> tables() {
        return database.jdbc()
                .sql("SELECT table_name FROM information_schema.columns WHERE column_name = 'user_id'"
                        + " AND table_schema = current_schema()")
                .query(String.class)
                .list();
    }
}
