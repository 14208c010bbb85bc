package com.saqsommelier.core.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final String ANNE = "tg:1";

    private final Database database = TestDatabase.fresh();
    private final Traces traces = new Traces(database);
    private final UUID conversation = UUID.randomUUID();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_said_in_a_conversation_is_known_in_its_order_until_it_is_over() {
        traces.add(trace(EVENING, "11111", "22222"));
        traces.add(trace(EVENING.plus(Duration.ofMinutes(20)), "33333"));

        Instant later = EVENING.plus(Duration.ofMinutes(49));
        assertThat(traces.turns(conversation, ANNE, later))
                .containsExactly(
                        new TracedTurn("un rouge", "{}", List.of("11111", "22222")),
                        new TracedTurn("un rouge", "{}", List.of("33333")));
        assertThat(traces.turns(conversation, ANNE, EVENING.plus(Duration.ofMinutes(51))))
                .isEmpty();
        assertThat(traces.turns(conversation, "tg:2", later))
                .as("of another person")
                .isEmpty();
        assertThat(traces.turns(UUID.randomUUID(), ANNE, later)).isEmpty();
    }

    @Test
    void an_answer_can_be_rated_and_the_last_word_counts() {
        Trace trace = trace(EVENING, "11111");
        traces.add(trace);

        assertThat(traces.rate(trace.id(), true)).isTrue();
        assertThat(traces.rate(trace.id(), false)).isTrue();
        assertThat(traces.rate(UUID.randomUUID(), true)).isFalse();
        assertThat(database.jdbc()
                        .sql("SELECT rating FROM recommendations")
                        .query(String.class)
                        .list())
                .containsExactly("down");
    }

    private Trace trace(Instant at, String... skus) {
        return new Trace(
                UUID.randomUUID(),
                conversation,
                ANNE,
                "un rouge",
                "offline",
                "{}",
                List.of(skus).stream()
                        .map(sku -> new TracedPick(sku, 0.5, "Un rouge."))
                        .toList(),
                List.of("price"),
                "",
                Duration.ofMillis(12),
                at,
                new TraceDetails("offline_and_words", Optional.empty(), Optional.empty(), "[]", "{}", 0));
    }
}
