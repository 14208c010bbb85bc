package com.saqsommelier.core.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaudeCallsTest {

    /** Seven in the evening in Montréal. */
    private static final Instant EVENING = Instant.parse("2026-11-27T00:00:00Z");

    private static final Optional<BigDecimal> ONE_DOLLAR = Optional.of(BigDecimal.ONE);

    private final Database database = TestDatabase.fresh();
    private final ClaudeCalls calls = new ClaudeCalls(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_a_call_can_cost_is_held_and_the_rest_given_back() {
        long id = begin("0.40", EVENING).orElseThrow();
        assertThat(calls.spentOnDayOf(EVENING)).isEqualByComparingTo("0.40");

        calls.end(id, ended("0.05"));

        assertThat(calls.spentOnDayOf(EVENING)).isEqualByComparingTo("0.05");
        assertThat(database.jdbc()
                        .sql("SELECT outcome, input_tokens, output_tokens, cache_write_tokens, cache_read_tokens,"
                                + " milliseconds FROM claude_calls")
                        .query()
                        .singleRow()
                        .values())
                .asString()
                .isEqualTo("[ok, 100, 20, 3, 4000, 1500]");
    }

    @Test
    void a_call_that_would_pass_the_budget_is_not_begun() {
        begin("0.60", EVENING);

        assertThat(begin("0.41", EVENING)).isEmpty();
        assertThat(begin("0.40", EVENING)).isPresent();
        assertThat(begin("1.01", EVENING.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(calls.begin(call("99", EVENING), Optional.empty()))
                .as("without a budget")
                .isPresent();
    }

    @Test
    void the_day_ends_at_midnight_in_montreal() {
        begin("1.00", EVENING);

        assertThat(begin("0.50", EVENING.plus(Duration.ofHours(4)))).isEmpty();
        assertThat(begin("0.50", EVENING.plus(Duration.ofHours(6)))).isPresent();
    }

    @Test
    void a_call_that_ends_after_midnight_is_given_back_on_its_own_day() {
        Instant late = EVENING.plus(Duration.ofHours(4));
        long id = begin("0.40", late).orElseThrow();

        calls.end(id, ended("0.10"));

        assertThat(calls.spentOnDayOf(late)).isEqualByComparingTo("0.10");
    }

    @Test
    void ending_a_call_twice_gives_back_once() {
        long id = begin("0.40", EVENING).orElseThrow();

        calls.end(id, ended("0.10"));
        calls.end(id, ended("0.10"));

        assertThat(calls.spentOnDayOf(EVENING)).isEqualByComparingTo("0.10");
    }

    @Test
    void calls_at_the_same_time_cannot_pass_the_budget_together() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<OptionalLong> begun = threads
                    .invokeAll(IntStream.range(0, 40)
                            .mapToObj(i -> (java.util.concurrent.Callable<OptionalLong>) () -> begin("0.09", EVENING))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(begun.stream().filter(OptionalLong::isPresent)).hasSize(11);
        }
        assertThat(calls.spentOnDayOf(EVENING)).isEqualByComparingTo("0.99");
    }

    private OptionalLong begin(String most, Instant at) {
        return calls.begin(call(most, at), ONE_DOLLAR);
    }

    private static CallBegun call(String most, Instant at) {
        return new CallBegun(UUID.randomUUID(), "understand", "claude-haiku-5-5", "1", new BigDecimal(most), at);
    }

    private static CallEnded ended(String cost) {
        return new CallEnded("ok", 100, 20, 3, 4000, new BigDecimal(cost), Duration.ofMillis(1500));
    }
}
