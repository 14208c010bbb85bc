package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The floors of the quick eval, as a part of every build. */
class EvalCommandTest {

    @TempDir
    Path directory;

    @Test
    void the_quick_eval_reaches_its_floors_and_writes_a_page() throws Exception {
        Path report = directory.resolve("eval.html");

        // A process of its own: the model is unpacked into the data directory, which is that of this test then.
        try (SommelierProcess eval =
                SommelierProcess.start(directory, Map.of(), "eval", "--quick", "--report", report.toString())) {
            assertThat(eval.exitCode())
                    .as("below a floor: ./sommelier eval --quick shows which")
                    .isZero();
        }

        assertThat(Files.readString(report)).contains("Every demand is met", "<svg");
    }

    @Test
    void with_a_key_claude_judges_each_answer_and_its_calls_are_in_the_table() throws Exception {
        TestDatabase.shareBinaries(directory.resolve("data/postgres"));
        Path report = directory.resolve("eval.html");
        try (ClaudeSimulator claude = ClaudeSimulator.start(0);
                SommelierProcess eval = SommelierProcess.start(
                        directory,
                        Map.of(
                                "ANTHROPIC_API_KEY",
                                ClaudeSimulator.KEY,
                                "ANTHROPIC_BASE_URL",
                                claude.baseUrl().toString()),
                        "eval",
                        "--quick",
                        "--report",
                        report.toString())) {
            assertThat(eval.exitCode()).as(eval.errors()).isZero();

            assertThat(claude.requests()).hasSize(15);
            assertThat(eval.errors()).contains("judge by rubric, 1 to 5", "± 0.00");
            assertThat(JsonMapper.shared()
                            .readTree(eval.lastLineOfOutput())
                            .path("cost_usd")
                            .asDouble())
                    .isPositive();
            assertThat(Files.readString(report))
                    .contains("15 of 15 answers have a grade by claude-haiku-5-5, rubric 1");
        }
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory.resolve("data/postgres")))) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM claude_calls WHERE purpose = 'judge' AND outcome = 'ok'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(15);
        }
    }

    @Test
    void a_report_that_could_not_be_written_is_refused_before_the_work() {
        assertThat(Sommelier.run(
                        "eval",
                        "--quick",
                        "--report",
                        directory.resolve("no/such/eval.html").toString()))
                .isEqualTo(ExitCode.BAD_USAGE);
    }
}
