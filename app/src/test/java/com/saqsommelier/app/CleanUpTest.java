package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.claude.CallBegun;
import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.recommendation.Trace;
import com.saqsommelier.core.recommendation.TraceDetails;
import com.saqsommelier.core.recommendation.Traces;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sommelier keeps of questions is gone after 90 days. */
class CleanUpTest {

    private final Database database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void answers_and_calls_of_claude_are_kept_90_days() throws Exception {
        for (int days : List.of(91, 89)) {
            Instant at = Instant.now().minus(Duration.ofDays(days));
            UUID id = UUID.randomUUID();
            new Traces(database)
                    .add(new Trace(
                            id,
                            UUID.randomUUID(),
                            "tg:1",
                            "question of " + days,
                            "claude",
                            "{}",
                            List.of(),
                            List.of(),
                            "",
                            Duration.ZERO,
                            at,
                            new TraceDetails("claude_and_words", Optional.empty(), Optional.empty(), "[]", "{}", 0)));
            new ClaudeCalls(database)
                    .begin(
                            new CallBegun(id, "purpose of " + days, "a model", "1", new BigDecimal("0.01"), at),
                            Optional.empty());
        }

        assertThat(Step.cleanUp(database).work().run()).isEqualTo(ExitCode.OK);

        assertThat(all("SELECT question FROM recommendations")).containsExactly("question of 89");
        assertThat(all("SELECT purpose FROM claude_calls")).containsExactly("purpose of 89");
        assertThat(all("SELECT day::text FROM claude_days")).hasSize(1);
    }

    private List<String> all(String query) {
        return database.jdbc().sql(query).query(String.class).list();
    }
}
