package com.saqsommelier.app;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.embedding.Embeddings;
import com.saqsommelier.core.embedding.VectorStores;
import com.saqsommelier.core.product.Products;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code embed} as a job: exit codes, summaries, and what the operator is told. */
class EmbedCommandTest {

    @TempDir
    Path directory;

    private Database database;

    @BeforeEach
    void start() throws IOException {
        Path postgres = directory.resolve("data/postgres");
        TestDatabase.shareBinaries(postgres);
        database = Database.open(new DatabaseSettings.Embedded(postgres));
        Products products = new Products(database);
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("12").reading());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void what_is_new_is_embedded_once_and_what_was_lost_is_reconciled() throws Exception {
        JsonNode first = run(0, Map.of(), "embed");
        assertThat(first.path("embedded").asInt()).isEqualTo(2);
        assertThat(first.path("command").asString()).isEqualTo("embed");
        PrometheusText metrics = metrics();
        assertThat(metrics.value("sommelier_job_exit_code{command=\"embed\"}")).isZero();
        assertThat(metrics.value("sommelier_job_end_timestamp_seconds{command=\"embed\"}"))
                .isGreaterThanOrEqualTo(metrics.value("sommelier_job_begin_timestamp_seconds{command=\"embed\"}"));
        assertThat(metrics.value("sommelier_embeddings_total{command=\"embed\",outcome=\"embedded\"}"))
                .isEqualTo(2);
        assertThat(metrics.value("sommelier_embeddings_total{command=\"embed\",outcome=\"failed\"}"))
                .isZero();
        assertThat(metrics.samples().keySet())
                .as("a backend embeds by itself, so that the command is never overdue")
                .noneMatch(series -> series.contains("complete"));
        assertThat(run(0, Map.of(), "embed").path("embedded").asInt()).isZero();

        new Embeddings(database).remove(List.of("12"));
        JsonNode reconciled = run(0, Map.of(), "embed", "--reconcile");
        assertThat(reconciled.path("embedded").asInt()).isEqualTo(1);
        assertThat(reconciled.path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_done_has_its_exit_code_and_says_what_to_do() throws Exception {
        new VectorStores(database).begin("database", "another", 7);

        assertThat(errors(3, Map.of(), "embed")).contains("another (7 dimensions)", "--replace");
        assertThat(metrics().value("sommelier_job_exit_code{command=\"embed\"}"))
                .isEqualTo(3);
        assertThat(errors(64, Map.of("SOMMELIER_EMBEDDING_MODEL", directory.toString()), "embed"))
                .contains("SOMMELIER_EMBEDDING_MODEL", "model.onnx");
        assertThat(errors(2, Map.of("SOMMELIER_CHROMA_URL", "http://127.0.0.1:1"), "embed"))
                .contains("SOMMELIER_CHROMA_URL", "not running");
        assertThat(metrics().value("sommelier_job_exit_code{command=\"embed\"}"))
                .isEqualTo(2);
        // Like a data directory in which nothing may be executed: the native libraries cannot be loaded.
        Map<String, String> noLibraries = Map.of("JAVA_TOOL_OPTIONS", "-Donnxruntime.native.path=" + directory);
        assertThat(errors(2, noLibraries, "embed", "--replace"))
                .contains("The sentence model cannot be loaded", "noexec", "What was embedded before is stored")
                .doesNotContain("passed over");
        assertThat(run(0, Map.of(), "embed", "--replace").path("embedded").asInt())
                .isEqualTo(2);
    }

    private PrometheusText metrics() throws IOException {
        return PrometheusText.read(directory.resolve("data/metrics/embed.prom"));
    }

    private JsonNode run(int exit, Map<String, String> settings, String... command) throws Exception {
        try (SommelierProcess process = SommelierProcess.start(directory, settings, command)) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(exit);
            JsonNode summary = JsonMapper.shared().readTree(process.lastLineOfOutput());
            assertThat(summary.path("exit").asInt()).isEqualTo(exit);
            return summary;
        }
    }

    private String errors(int exit, Map<String, String> settings, String... command) throws Exception {
        try (SommelierProcess process = SommelierProcess.start(directory, settings, command)) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(exit);
            return process.errors();
        }
    }
}
