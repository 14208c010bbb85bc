package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.app.journey.InterimMessage;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as processes: what they print, where, and how they end. */
class CommandsTest {

    @TempDir
    Path directory;

    @BeforeEach
    void shareBinaries() throws IOException {
        TestDatabase.shareBinaries(directory.resolve("data/postgres"));
        TestDatabase.shareBinaries(directory.resolve("data/demo/postgres"));
    }

    @Test
    void version_and_help_are_answered_at_once() throws Exception {
        try (SommelierProcess version = start(Map.of(), "--version");
                SommelierProcess help = start(Map.of(), "--help")) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.output()).contains("SAQ Sommelier", "Java");
            assertThat(help.exitCode()).isZero();
            assertThat(help.output()).contains("demo", "up", "scrape", "backend", "bot", "simulate", "test");
        }
    }

    @Test
    void a_rehearsal_says_nothing_and_leaves_nothing() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        try (SommelierProcess rehearsal =
                start(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "rehearse")) {
            assertThat(rehearsal.exitCode()).as(rehearsal.errors()).isZero();
            assertThat(rehearsal.output()).isEmpty();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .filteredOn(name -> name.startsWith("sommelier-"))
                    .isEmpty();
        }
    }

    @Test
    void bad_usage_and_bad_settings_end_with_64_and_say_what_is_wrong() throws Exception {
        try (SommelierProcess nothing = start(Map.of());
                SommelierProcess unknown = start(Map.of(), "decant");
                SommelierProcess limit = start(Map.of(), "scrape", "--limit", "0");
                SommelierProcess products = start(Map.of(), "demo", "--products", "many");
                SommelierProcess setting = start(Map.of("SOMMELIER_BACKEND_PORT", "http"), "scrape");
                SommelierProcess token = start(Map.of(), "bot")) {
            assertThat(nothing.exitCode()).isEqualTo(64);
            assertThat(unknown.exitCode()).isEqualTo(64);
            assertThat(unknown.errors()).contains("decant");
            assertThat(limit.exitCode()).isEqualTo(64);
            assertThat(limit.errors()).contains("--limit", "'0' is not accepted; accepted: 1 or more");
            assertThat(products.exitCode()).isEqualTo(64);
            assertThat(products.errors()).contains("--products", "'many' is not accepted; accepted: 1 or more");
            assertThat(setting.exitCode()).isEqualTo(64);
            assertThat(setting.errors()).contains("SOMMELIER_BACKEND_PORT is 'http'");
            assertThat(token.exitCode()).isEqualTo(64);
            assertThat(token.errors()).contains("TELEGRAM_BOT_TOKEN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scrape", "stores", "availability", "up"})
    void nobody_asks_the_site_without_saying_how_to_reach_them(String command) throws Exception {
        Map<String, String> nameless =
                Map.of("SOMMELIER_SAQ_USER_AGENT", "SAQSommelier/0.1", "SOMMELIER_SAQ_BASE_URL", "http://saq.invalid");
        try (SommelierProcess process = start(nameless, command)) {
            assertThat(process.exitCode()).isEqualTo(64);
            assertThat(process.errors())
                    .contains("SOMMELIER_SAQ_USER_AGENT is 'SAQSommelier/0.1'", "how to reach you", "you@example.com");
        }
    }

    @Test
    void scrape_ends_with_its_summary_beside_a_running_backend_that_then_finds_the_products() throws Exception {
        int port = freePort();
        try (SaqSimulator saq = SaqSimulator.start(0, new GeneratedCatalogue(1, 300));
                SommelierProcess up = start(Map.of("SOMMELIER_BACKEND_PORT", Integer.toString(port)), "up")) {
            up.awaitErrors("No bot: TELEGRAM_BOT_TOKEN is not set");

            try (SommelierProcess scrape = start(crawling(saq), "scrape")) {
                assertThat(scrape.exitCode()).isZero();
                JsonNode summary = JsonMapper.shared().readTree(scrape.lastLineOfOutput());
                assertThat(scrape.output().lines()).hasSize(1);
                assertThat(summary.path("command").asString()).isEqualTo("scrape");
                assertThat(summary.path("exit").asInt()).isZero();
                assertThat(summary.path("inserted").asInt()).isEqualTo(300);
                assertThat(summary.propertyNames())
                        .contains(
                                "seconds",
                                "sitemap_urls",
                                "fetched",
                                "inserted",
                                "updated",
                                "unchanged",
                                "not_found",
                                "forbidden",
                                "unread_values",
                                "failed",
                                "skipped",
                                "delisted",
                                "relisted",
                                "events",
                                "requests");
            }
            try (SommelierProcess again = start(crawling(saq), "scrape")) {
                assertThat(again.exitCode()).isZero();
                assertThat(JsonMapper.shared()
                                .readTree(again.lastLineOfOutput())
                                .path("skipped")
                                .asInt())
                        .isEqualTo(300);
            }

            assertThat(get("http://127.0.0.1:" + port + "/api/v1/products?q=chateau"))
                    .contains("Château");
            up.interrupt();
            up.exitCode();
        }
        assertThat(postgresRuns(directory.resolve("data/postgres"))).isFalse();
    }

    @Test
    void scrape_ends_with_2_and_a_summary_when_the_site_is_down() throws Exception {
        Map<String, String> nobody = Map.of("SOMMELIER_SAQ_BASE_URL", "http://127.0.0.1:1", "SOMMELIER_SAQ_DELAY", "0");
        try (SommelierProcess scrape = start(nobody, "scrape")) {
            assertThat(scrape.exitCode()).isEqualTo(2);
            assertThat(JsonMapper.shared()
                            .readTree(scrape.lastLineOfOutput())
                            .path("exit")
                            .asInt())
                    .isEqualTo(2);
            assertThat(scrape.errors()).contains("http://127.0.0.1:1/robots.txt");
        }
    }

    @Test
    void the_demo_answers_in_the_chat_and_leaves_nothing_running() throws Exception {
        int port = freePort();
        String[] command = {"demo", "--products", "300", "--port", Integer.toString(port)};
        try (SommelierProcess demo = start(Map.of(), command)) {
            demo.awaitOutput("open http://127.0.0.1:" + port);
            assertThat(demo.output()).contains("300 new", "401 stores", "/recommend un rouge");
            assertThat(get("http://127.0.0.1:" + port + "/")).contains("<html");
            demo.interrupt();
            demo.exitCode();
            assertThat(demo.output()).contains("Stopping");
        }
        assertThat(postgresRuns(directory.resolve("data/demo/postgres"))).isFalse();

        try (SommelierProcess second = start(Map.of(), command)) {
            second.awaitOutput("open http://127.0.0.1:" + port);
            assertThat(second.output()).contains("0 new, 0 changed, 300 already read");
        }
        assertThat(postgresRuns(directory.resolve("data/demo/postgres"))).isFalse();
    }

    @Test
    void the_stand_ins_say_where_they_are_until_ctrl_c() throws Exception {
        Map<String, String> none = Map.of();
        try (SommelierProcess saq = start(none, "simulate", "saq", "--port", "0", "--products", "5");
                SommelierProcess telegram = start(none, "simulate", "telegram", "--port", "0")) {
            saq.awaitOutput("stand-in with 5 products: http://127.0.0.1:");
            saq.awaitOutput("./sommelier scrape");
            telegram.awaitOutput("the chat is at http://127.0.0.1:");
            telegram.awaitOutput("./sommelier up");
            saq.interrupt();
            telegram.interrupt();
            saq.exitCode();
            telegram.exitCode();
        }
    }

    @Test
    void backend_and_bot_run_in_processes_of_their_own_and_answer_in_the_chat() throws Exception {
        int port = freePort();
        String backendPort = Integer.toString(port);
        try (TelegramSimulator telegram = TelegramSimulator.start(0);
                SommelierProcess backend = start(Map.of("SOMMELIER_BACKEND_PORT", backendPort), "backend")) {
            backend.awaitErrors("Backend: http://127.0.0.1:" + port);
            Map<String, String> settings = Map.of(
                    "SOMMELIER_BACKEND_URL",
                    "http://127.0.0.1:" + port,
                    "TELEGRAM_BOT_TOKEN",
                    "1:test",
                    "SOMMELIER_TELEGRAM_API_URL",
                    telegram.baseUrl().toString());
            try (SommelierProcess bot = start(settings, "bot")) {
                bot.awaitErrors("Products come from the backend");
                TelegramUser camille = new TelegramUser(5, "Camille", null, "fr");
                assertThat(telegram.conversation(camille)
                                .overlooking(InterimMessage::isOne)
                                .ask("/search chateau", Duration.ofSeconds(30))
                                .text())
                        .contains("Je n’ai rien trouvé");
                bot.interrupt();
                bot.exitCode();
            }
            backend.interrupt();
            backend.exitCode();
        }
        assertThat(postgresRuns(directory.resolve("data/postgres"))).isFalse();
    }

    @Test
    void a_taken_port_is_named_with_what_to_do() throws Exception {
        try (SaqSimulator taken = SaqSimulator.start(0, new GeneratedCatalogue(1, 1));
                SommelierProcess simulate = start(
                        Map.of(),
                        "simulate",
                        "telegram",
                        "--port",
                        Integer.toString(taken.baseUrl().getPort()))) {
            assertThat(simulate.exitCode()).isEqualTo(2);
            assertThat(simulate.errors()).contains("is taken", "--port");
        }
    }

    @Test
    void a_catalogue_that_cannot_be_read_is_named() throws Exception {
        Path file = Files.writeString(directory.resolve("bad.csv"), "not,a,catalogue\n1,2,3\n");
        try (SommelierProcess simulate = start(Map.of(), "simulate", "saq", "--catalogue", file.toString())) {
            assertThat(simulate.exitCode()).isEqualTo(2);
            assertThat(simulate.errors()).contains("bad.csv");
        }
    }

    private SommelierProcess start(Map<String, String> environment, String... arguments) throws IOException {
        return SommelierProcess.start(directory, environment, arguments);
    }

    private static Map<String, String> crawling(SaqSimulator saq) {
        return Map.of("SOMMELIER_SAQ_BASE_URL", saq.baseUrl().toString(), "SOMMELIER_SAQ_DELAY", "0");
    }

    private static boolean postgresRuns(Path postgres) throws IOException {
        Path pid = postgres.resolve("cluster/postmaster.pid");
        return Files.exists(pid)
                && ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
                        .isPresent();
    }

    private static String get(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** Three ports in a row, as the demo wants them, are as good as certain to be free above a free one. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }
}
