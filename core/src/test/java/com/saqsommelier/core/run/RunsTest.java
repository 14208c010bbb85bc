package com.saqsommelier.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTest {

    private final Database database = TestDatabase.fresh();
    private Instant now = Instant.parse("2026-03-02T03:30:00Z");
    private final Runs runs = new Runs(database, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_run_that_ended_is_remembered_with_what_it_did() throws Exception {
        Instant began = now;
        try (Run run = runs.begin("scrape")) {
            now = now.plusSeconds(60);
            run.end(1, true, "three pages failed", Map.of("failed", 3));
        }

        RunRecord last = runs.last("scrape").orElseThrow();
        assertThat(last.state()).isEqualTo(RunState.ENDED);
        assertThat(last.startedAt()).isEqualTo(began);
        assertThat(last.endedAt()).contains(now);
        assertThat(last.exitCode()).hasValue(1);
        assertThat(last.reason()).contains("three pages failed");
        assertThat(last.counters().path("failed").asInt()).isEqualTo(3);
        assertThat(last.process())
                .contains(Long.toString(ProcessHandle.current().pid()));
        assertThat(runs.lastComplete("scrape")).contains(now);
    }

    @Test
    void a_second_run_is_told_who_runs_since_when() throws Exception {
        try (Run first = runs.begin("scrape")) {
            assertThat(first.resumed()).isFalse();

            assertThatThrownBy(() -> runs.begin("scrape"))
                    .isInstanceOf(RunInProgressException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("2026-03-02T03:30:00Z");
            try (Run other = runs.begin("stores")) {
                assertThat(other.resumed()).isFalse();
            }
            assertThat(runs.last("scrape").orElseThrow().state()).isEqualTo(RunState.RUNNING);
        }
    }

    @Test
    void what_was_killed_more_than_a_day_ago_is_not_gone_on_with() throws Exception {
        runs.begin("scrape").close();
        now = now.plusSeconds(86_401);

        try (Run run = runs.begin("scrape")) {
            assertThat(run.resumed()).isFalse();
            assertThat(run.passBeganAt()).isEqualTo(now);
        }
        assertThat(runs.recent("scrape", 10))
                .extracting(RunRecord::state)
                .containsExactly(RunState.RUNNING, RunState.KILLED);
    }

    @Test
    void a_run_after_a_killed_one_goes_on_with_its_pass_however_often() throws Exception {
        Instant began = now;
        for (int kill = 0; kill < 3; kill++) {
            // Left without a word, as by a kill; the lock goes with the connection.
            runs.begin("scrape").close();
            now = now.plusSeconds(60);
        }

        try (Run run = runs.begin("scrape")) {
            assertThat(run.resumed()).isTrue();
            assertThat(run.passBeganAt()).isEqualTo(began);
            run.end(0, true, null, Map.of());
        }
        assertThat(runs.recent("scrape", 10))
                .extracting(RunRecord::state)
                .containsExactly(RunState.ENDED, RunState.KILLED, RunState.KILLED, RunState.KILLED);

        try (Run next = runs.begin("scrape")) {
            assertThat(next.resumed()).isFalse();
            assertThat(next.passBeganAt()).isEqualTo(now);
        }
    }

    @Test
    void an_incomplete_run_is_not_the_last_complete_one() throws Exception {
        try (Run run = runs.begin("scrape")) {
            run.heartbeat(Map.of("fetched", 7));
            run.end(0, false, null, Map.of("fetched", 9));
        }

        assertThat(runs.lastComplete("scrape")).isEmpty();
        assertThat(runs.last("stores")).isEmpty();
    }
}
