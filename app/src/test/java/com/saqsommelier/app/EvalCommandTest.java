package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floors of the quick eval, as a part of every build. */
class EvalCommandTest {

    @TempDir
    Path directory;

    @Test
    void the_quick_eval_reaches_its_floors_and_writes_a_page() throws Exception {
        Path report = directory.resolve("eval.html");

        assertThat(Sommelier.run("eval", "--quick", "--report", report.toString()))
                .as("below a floor: ./sommelier eval --quick shows which")
                .isZero();

        assertThat(Files.readString(report)).contains("Every demand is met", "<svg");
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
