package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.FullDisk;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.RunRecord;
import com.saqsommelier.core.run.RunState;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The crawl as a job: exit codes, summaries, metrics, signals. This process keeps the server running for all of them. */
class ScrapeCommandTest {

    private static final int SIZE = 60;

    @TempDir
    Path directory;

    private final GeneratedCatalogue catalogue = new GeneratedCatalogue(1, SIZE);
    private SaqSimulator saq;
    private Database database;
    private Runs runs;

    @BeforeEach
    void start() throws IOException {
        saq = SaqSimulator.start(0, catalogue);
        Path postgres = directory.resolve("data/postgres");
        TestDatabase.shareBinaries(postgres);
        database = Database.open(new DatabaseSettings.Embedded(postgres));
        runs = new Runs(database, InstantSource.system());
    }

    @AfterEach
    void stop() {
        saq.close();
        database.close();
    }

    @Test
    void the_exit_code_tells_all_well_some_failed_nothing_done_and_refused() throws Exception {
        saq.faults().at(page(5)).body("text/html; charset=utf-8", "<html><body>Maintenance</body></html>");
        JsonNode someFailed = scrape(1, saq);
        assertThat(someFailed.path("failed").asInt()).isEqualTo(1);
        assertThat(someFailed.path("inserted").asInt()).isEqualTo(SIZE - 1);

        saq.faults().clear();
        assertThat(scrape(0, saq).path("inserted").asInt()).isEqualTo(1);
        JsonNode nothingToDo = scrape(0, saq);
        assertThat(nothingToDo.path("fetched").asInt()).isZero();
        assertThat(nothingToDo.path("skipped").asInt()).isEqualTo(SIZE);

        saq.faults().at("/robots.txt").status(503);
        assertThat(scrape(2, saq).path("requests").asInt())
                .as("robots.txt and further tries")
                .isEqualTo(4);
        assertThat(runs.last("scrape").orElseThrow().reason().orElseThrow()).contains("/robots.txt", "503");

        try (SaqSimulator half = SaqSimulator.start(0, new GeneratedCatalogue(1, SIZE / 2))) {
            assertThat(scrape(3, half).path("delist_refused").asInt()).isEqualTo(SIZE / 2);
            JsonNode forced = scrape(0, half, "--force-delist");
            assertThat(forced.path("delisted").asInt()).isEqualTo(SIZE / 2);
        }
    }

    @Test
    void the_metrics_are_prometheus_text_and_tell_of_every_end() throws Exception {
        saq.faults().at(page(5)).body("text/html; charset=utf-8", "<html><body>Maintenance</body></html>");
        scrape(1, saq);
        PrometheusText some = metrics();

        assertThat(some.value("saq_pages_total{command=\"scrape\",outcome=\"inserted\"}"))
                .isEqualTo(SIZE - 1);
        assertThat(some.value("saq_pages_total{command=\"scrape\",outcome=\"failed\"}"))
                .isEqualTo(1);
        assertThat(some.value("saq_pages_total{command=\"scrape\",outcome=\"not_found\"}"))
                .isZero();
        assertThat(some.value("saq_response_bytes_total{command=\"scrape\"}")).isPositive();
        assertThat(some.value("saq_requests_seconds_count{command=\"scrape\",status=\"200\"}"))
                .isGreaterThan(SIZE);
        assertThat(some.value("saq_requests_seconds_sum{command=\"scrape\",status=\"200\"}"))
                .isPositive();
        assertThat(some.samples().entrySet())
                .filteredOn(series -> series.getKey().startsWith("saq_parse_failures_total{command=\"scrape\",field="))
                .extracting(Map.Entry::getValue)
                .containsExactly(1.0);
        assertThat(some.value("saq_catalogue_products{command=\"scrape\"}")).isEqualTo(SIZE - 1);
        assertThat(some.value("saq_catalogue_complete_timestamp_seconds{command=\"scrape\"}"))
                .isPositive();
        assertThat(some.value("saq_catalogue_oldest_page_timestamp_seconds{command=\"scrape\"}"))
                .isPositive();
        assertThat(some.value("sommelier_job_exit_code{command=\"scrape\"}")).isEqualTo(1);
        assertThat(some.value("sommelier_job_end_timestamp_seconds{command=\"scrape\"}"))
                .isGreaterThanOrEqualTo(some.value("sommelier_job_begin_timestamp_seconds{command=\"scrape\"}"));
        double complete = some.value("sommelier_job_complete_timestamp_seconds{command=\"scrape\"}");
        assertThat(complete).isPositive();

        saq.faults().at("/robots.txt").status(503);
        scrape(2, saq);

        assertThat(metrics().value("sommelier_job_exit_code{command=\"scrape\"}"))
                .isEqualTo(2);
        assertThat(metrics().value("sommelier_job_complete_timestamp_seconds{command=\"scrape\"}"))
                .as("a catalogue does not become new or old by a run that could do nothing")
                .isEqualTo(complete);
    }

    @Test
    void a_second_run_is_told_who_runs_since_when_and_a_stopped_one_leaves_a_row_from_which_the_next_goes_on()
            throws Exception {
        Map<String, String> slowly = new HashMap<>(crawling(saq));
        slowly.put("SOMMELIER_SAQ_DELAY", "300ms");
        long stored;
        try (SommelierProcess first = SommelierProcess.start(directory, slowly, "scrape")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> new Products(database).count() >= 3);

            try (SommelierProcess second = SommelierProcess.start(directory, crawling(saq), "scrape")) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(summary(second).path("exit").asInt()).isEqualTo(2);
                assertThat(second.errors())
                        .contains(
                                "'scrape' is running already: process " + first.id() + " on ",
                                "since " + runs.last("scrape").orElseThrow().startedAt());
                assertThat(metricsFile())
                        .as("of the first, which has not written it yet")
                        .doesNotExist();
            }

            first.terminate();
            assertThat(first.exitCode()).as("128 + SIGTERM").isEqualTo(143);
            stored = new Products(database).count();
            assertThat(summary(first).path("exit").asInt()).isEqualTo(130);
            assertThat(summary(first).path("inserted").asLong()).isEqualTo(stored);
        }
        RunRecord stopped = runs.last("scrape").orElseThrow();
        assertThat(stopped.state()).isEqualTo(RunState.ENDED);
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.reason().orElseThrow()).contains("interrupted");
        assertThat(metrics().value("sommelier_job_exit_code{command=\"scrape\"}"))
                .isEqualTo(130);

        assertThat(scrape(0, saq).path("inserted").asLong()).isEqualTo(SIZE - stored);
    }

    @Test
    void kept_pages_are_read_again_without_the_site() throws Exception {
        Path pages = directory.resolve("pages");
        scrape(0, saq, "--keep-html", pages.toString(), "--limit", "10");
        saq.close();

        JsonNode again = run(0, Map.of(), "reparse", pages.toString());
        assertThat(again.path("command").asString()).isEqualTo("reparse");
        assertThat(again.path("pages").asInt()).isEqualTo(10);
        assertThat(again.path("failed").asInt()).isZero();

        Path empty = Files.createDirectories(directory.resolve("empty"));
        assertThat(run(2, Map.of(), "reparse", empty.toString()).path("pages").asInt())
                .isZero();
        Path damaged = Files.createDirectories(directory.resolve("damaged"));
        Files.writeString(damaged.resolve("pages.warc.gz"), "not compressed");
        run(2, Map.of(), "reparse", damaged.toString());
    }

    @Test
    void up_reads_an_empty_catalogue_at_once_and_says_so_and_ctrl_c_ends_that_soon_and_properly() throws Exception {
        Map<String, String> slowly = new HashMap<>(crawling(saq));
        slowly.put("SOMMELIER_SAQ_DELAY", "300ms");
        slowly.put("SOMMELIER_SCHEDULE_SCRAPE", "0 0 0 1 1 *");
        slowly.put("SOMMELIER_BACKEND_PORT", "0");
        try (SommelierProcess up = SommelierProcess.start(directory, slowly, "up")) {
            up.awaitErrors("a first crawl of " + saq.baseUrl() + " begins now");
            await().atMost(Duration.ofMinutes(1)).until(() -> new Products(database).count() >= 3);
            up.interrupt();
            up.exitCode();
            assertThat(up.errors()).doesNotContain("did not close within", "should not have happened");
        }
        RunRecord stopped = runs.last("scrape").orElseThrow();
        assertThat(stopped.state()).isEqualTo(RunState.ENDED);
        assertThat(stopped.reason().orElseThrow()).contains("interrupted");

        Map<String, String> quickly = new HashMap<>(slowly);
        quickly.put("SOMMELIER_SAQ_DELAY", "0");
        try (SommelierProcess up = SommelierProcess.start(directory, quickly, "up")) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> runs.lastComplete("scrape").isPresent());
            await().until(() ->
                    Files.exists(metricsFile()) && metrics().value("sommelier_job_exit_code{command=\"scrape\"}") == 0);
        }
        try (SommelierProcess up = SommelierProcess.start(directory, quickly, "up")) {
            up.awaitErrors("Next crawl: ");
            up.awaitErrors("No bot");
            assertThat(up.errors()).doesNotContain("never read in full");
        }
        assertThat(new Products(database).count()).isEqualTo(SIZE);
    }

    @Test
    void a_database_that_takes_nothing_more_ends_the_crawl_with_its_summary_and_2() throws Exception {
        FullDisk.under(database);

        try (SommelierProcess process = SommelierProcess.start(directory, crawling(saq), "scrape")) {
            assertThat(process.exitCode()).isEqualTo(2);
            JsonNode summary = summary(process);
            assertThat(summary.path("exit").asInt()).isEqualTo(2);
            assertThat(summary.path("requests").asInt()).isPositive();
            assertThat(process.errors())
                    .contains("no space left", "the next run goes on")
                    .doesNotContain("should not have happened", "\tat ");
        }
        assertThat(runs.last("scrape").orElseThrow().state()).isEqualTo(RunState.ENDED);
        assertThat(metrics().value("sommelier_job_exit_code{command=\"scrape\"}"))
                .isEqualTo(2);
    }

    @Test
    void up_without_a_schedule_says_what_to_do_about_an_empty_catalogue() throws Exception {
        try (SommelierProcess up = SommelierProcess.start(directory, Map.of("SOMMELIER_BACKEND_PORT", "0"), "up")) {
            up.awaitErrors("SOMMELIER_SCHEDULE_SCRAPE is off: run `sommelier scrape`");
        }
        assertThat(runs.last("scrape")).isEmpty();
    }

    private JsonNode scrape(int exit, SaqSimulator site, String... options) throws Exception {
        String[] command = new String[options.length + 1];
        command[0] = "scrape";
        System.arraycopy(options, 0, command, 1, options.length);
        return run(exit, crawling(site), command);
    }

    private JsonNode run(int exit, Map<String, String> settings, String... command) throws Exception {
        try (SommelierProcess process = SommelierProcess.start(directory, settings, command)) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(exit);
            assertThat(summary(process).path("exit").asInt()).isEqualTo(exit);
            return summary(process);
        }
    }

    private static JsonNode summary(SommelierProcess process) {
        return JsonMapper.shared().readTree(process.lastLineOfOutput());
    }

    private static Map<String, String> crawling(SaqSimulator site) {
        return Map.of("SOMMELIER_SAQ_BASE_URL", site.baseUrl().toString(), "SOMMELIER_SAQ_DELAY", "0");
    }

    private String page(int index) {
        return "/fr/" + catalogue.product(index).sku();
    }

    private PrometheusText metrics() throws IOException {
        return PrometheusText.read(metricsFile());
    }

    private Path metricsFile() {
        return directory.resolve("data/metrics/scrape.prom");
    }
}
