package com.saqsommelier.core.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered and paid for under schema 11, before it was kept how answers come about, is there under later ones. */
class OlderTracesTest {

    private static final UUID ANSWER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID CONVERSATION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Instant AT = Instant.parse("2026-11-20T18:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_answer_of_schema_11_keeps_its_turn_its_rating_and_its_costs() {
        migrateTo("11");
        jdbc.sql("""
                        INSERT INTO recommendations (id, conversation_id, user_id, question, mode, understanding, picks,
                            loosened, message, milliseconds, created_at, rating)
                        VALUES (:id, :conversation, 'tg:1', 'un rouge', 'claude', '{"language": "fr"}',
                            '[{"sku": "11", "score": 0.5, "reason": "Un rouge."}]', '{}', '', 120, :at, 'up')
                        """)
                .param("id", ANSWER)
                .param("conversation", CONVERSATION)
                .param("at", Times.utc(AT))
                .update();
        jdbc.sql("""
                        INSERT INTO claude_calls (recommendation_id, purpose, model, prompt_version, outcome, input_tokens,
                            cost_usd, created_at)
                        VALUES (:id, 'understand', 'claude-haiku-5-5', '1', 'ok', 100, 0.001, :at)
                        """).param("id", ANSWER).param("at", Times.utc(AT)).update();

        migrateTo("latest");

        Traces traces = new Traces(database);
        assertThat(traces.turns(CONVERSATION, "tg:1", AT.plusSeconds(60)))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.question()).isEqualTo("un rouge");
                    assertThat(turn.suggested()).containsExactly("11");
                });
        Map<String, Object> row =
                jdbc.sql("SELECT * FROM recommendations").query().singleRow();
        assertThat(row).containsEntry("rating", "up").containsEntry("milliseconds", 120);
        assertThat(row.get("grace")).isNull();
        assertThat(row.get("prompt_version")).isNull();
        assertThat(row.get("replaced_reasons")).isNull();
        assertThat(jdbc.sql("SELECT * FROM recommendation_costs").query().singleRow())
                .containsEntry("recommendation_id", ANSWER)
                .containsEntry("calls", 1L);
        assertThat(jdbc.sql("SELECT * FROM prompt_versions").query().listOfRows())
                .as("nobody knows under which version it was made")
                .isEmpty();
        assertThat(traces.rate(ANSWER, false)).isTrue();
    }

    private void migrateTo(String version) {
        if (version.equals("11")) {
            jdbc.sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").update();
        }
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }
}
