package com.saqsommelier.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void with_nothing_set_the_defaults_crawl_saq_politely_into_an_embedded_database_without_a_bot() {
        Settings settings = read(Map.of());

        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings.Embedded(Path.of("./data").resolve("postgres")));
        assertThat(settings.crawl().site()).isEqualTo(URI.create("https://www.saq.com"));
        assertThat(settings.crawl().delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backend("own").listener().port()).isEqualTo(8080);
        assertThat(settings.backendUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.apiKey()).isEmpty();
        assertThat(settings.bot()).isEmpty();
    }

    @Test
    void every_part_gets_its_settings() {
        Settings settings = read(Map.of(
                "SOMMELIER_DATABASE_URL", "jdbc:postgresql://db:5432/sommelier",
                "SOMMELIER_DATABASE_USER", "sommelier",
                "SOMMELIER_DATABASE_PASSWORD", "secret",
                "SOMMELIER_API_KEY", "key",
                "SOMMELIER_BACKEND_URL", "http://backend:9000",
                "TELEGRAM_BOT_TOKEN", "123:abc",
                "SOMMELIER_TELEGRAM_ALLOWED_USERS", "5, 6"));

        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings.External("jdbc:postgresql://db:5432/sommelier", "sommelier", "secret"));
        assertThat(settings.database().toString()).doesNotContain("secret");
        assertThat(settings.backendUrl()).isEqualTo(URI.create("http://backend:9000"));
        assertThat(settings.backend("own").apiKey()).contains("key");
        assertThat(settings.bot().orElseThrow().allowedUsers()).containsExactlyInAnyOrder(5L, 6L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOMMELIER_ENV              | prod              | one of local, test, staging, production",
                "SOMMELIER_SAQ_DELAY        | 2                 | a duration, as 2s",
                "SOMMELIER_SAQ_DELAY        | -1s               | a duration, as 2s",
                "SOMMELIER_SAQ_DELAY        | 999ms             | 1s or more against anything but this machine",
                "SOMMELIER_SAQ_BASE_URL     | www.saq.com       | http:// or https://",
                "SOMMELIER_SAQ_USER_AGENT   | Cave 🍷 (a@b.ca)  | letters, digits and signs of ASCII",
                "SOMMELIER_SAQ_USER_AGENT   | Été (a@b.ca)      | letters, digits and signs of ASCII",
                "SOMMELIER_SAQ_BASE_URL     | https://saq.com/  | without a slash",
                "SOMMELIER_BACKEND_PORT     | 65536             | a port from 1 to 65535",
                "SOMMELIER_DATABASE_URL     | postgres://db     | a JDBC address",
                "SOMMELIER_TELEGRAM_GROUP   | friends           | a numeric chat id",
                "SOMMELIER_TELEGRAM_ADMINS  | 1;2               | numeric ids with commas",
                "SOMMELIER_SAQ_REFRESH_AGE  | 1 week            | a duration, as 2s, 500ms, 1m or 7d",
                "SOMMELIER_SCHEDULE_SCRAPE  | 30 3 * * 1        | a cron expression of six fields",
                "SOMMELIER_SCHEDULE_SCRAPE  | -                 | or off",
                "SOMMELIER_SCHEDULE_AVAILABILITY | weekly       | a cron expression of six fields",
                "SOMMELIER_CLAUDE_DAILY_BUDGET_USD | free       | dollars",
            })
    void a_bad_value_stops_the_start_with_its_name_the_value_and_what_is_accepted(
            String name, String value, String accepted) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(accepted);
    }

    @Test
    void a_bad_secret_is_named_but_not_shown() {
        assertThatThrownBy(() -> read(Map.of("TELEGRAM_BOT_TOKEN", "hunter2")))
                .hasMessageContaining("TELEGRAM_BOT_TOKEN")
                .hasMessageContaining("@BotFather")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_BACKEND_PORT", "x", "SOMMELIER_ENV", "y")))
                .message()
                .hasLineCount(2);
    }

    @Test
    void an_unknown_setting_is_refused_with_the_one_that_was_probably_meant() {
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_SAQ_DELY", "2s")))
                .hasMessageContaining("SOMMELIER_SAQ_DELY")
                .hasMessageContaining("did you mean SOMMELIER_SAQ_DELAY?");
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_FLUX_CAPACITOR", "on")))
                .hasMessageContaining("docs/settings.md");
    }

    @Test
    void what_is_not_ours_in_the_environment_is_left_alone_and_blank_means_not_set() {
        assertThat(read(Map.of("PATH", "/bin", "SOMMELIER_API_KEY", " ")).apiKey())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAQSommelier/0.1 (me@example.ca)",
                "SAQSommelier/0.1 (+https://cellar.example.ca/bot)",
                "SAQSommelier (mailto:first.last+saq@mail.example.ca)",
                "cellar www.example.ca"
            })
    void a_contact_is_an_address_of_mail_or_of_the_web(String userAgent) {
        assertThatCode(read(Map.of("SOMMELIER_SAQ_USER_AGENT", userAgent))::checkContact)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAQSommelier/0.1", "Mozilla/5.0 (X11; Linux x86_64)", "ask @me", "me@home", "https://"})
    void without_a_contact_only_this_machine_is_asked(String userAgent) {
        assertThatThrownBy(read(Map.of("SOMMELIER_SAQ_USER_AGENT", userAgent))::checkContact)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SOMMELIER_SAQ_USER_AGENT is '" + userAgent + "'")
                .hasMessageContaining("how to reach you");
        assertThatThrownBy(read(Map.of())::checkContact).hasMessageContaining("SOMMELIER_SAQ_USER_AGENT");
        assertThatCode(
                        read(Map.of(
                                "SOMMELIER_SAQ_USER_AGENT", userAgent, "SOMMELIER_SAQ_BASE_URL", "http://[::1]:8091"))
                                ::checkContact)
                .doesNotThrowAnyException();
    }

    @Test
    void a_short_delay_is_allowed_against_this_machine_only() {
        for (String url : new String[] {"http://127.0.0.1:8091", "http://localhost:8091", "http://[::1]:8091"}) {
            assertThat(read(Map.of("SOMMELIER_SAQ_DELAY", "0", "SOMMELIER_SAQ_BASE_URL", url))
                            .crawl()
                            .delay())
                    .isZero();
        }
        assertThatThrownBy(() -> read(
                        Map.of("SOMMELIER_SAQ_DELAY", "0", "SOMMELIER_SAQ_BASE_URL", "http://127.0.0.1.example.com")))
                .hasMessageContaining("SOMMELIER_SAQ_DELAY");
    }

    @Test
    void ages_are_those_of_the_crawler_unless_set_in_days_or_less() {
        assertThat(read(Map.of()).crawl().refreshAge()).isEqualTo(CrawlSettings.REFRESH_AGE);
        assertThat(read(Map.of()).crawl().unchangedAge()).isEqualTo(CrawlSettings.UNCHANGED_AGE);

        CrawlSettings set = read(Map.of("SOMMELIER_SAQ_REFRESH_AGE", "7d", "SOMMELIER_SAQ_UNCHANGED_AGE", "36h"))
                .crawl();
        assertThat(set.refreshAge()).isEqualTo(Duration.ofDays(7));
        assertThat(set.unchangedAge()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void live_search_needs_a_key_and_an_environment_and_knows_its_address() {
        String key = "SOMMELIER_SAQ_LIVESEARCH_KEY";
        String environment = "SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT";
        String url = "SOMMELIER_SAQ_LIVESEARCH_URL";

        assertThat(read(Map.of()).crawl().liveSearch()).isEmpty();
        assertThat(read(Map.of(key, "k", environment, "e")).crawl().liveSearch())
                .contains(new LiveSearchSettings(URI.create("https://catalog-service.adobe.io/graphql"), "k", "e"));
        assertThat(read(Map.of(key, "k", environment, "e", url, "http://127.0.0.1:9/graphql"))
                        .crawl()
                        .liveSearch())
                .contains(new LiveSearchSettings(URI.create("http://127.0.0.1:9/graphql"), "k", "e"));
        assertThatThrownBy(() -> read(Map.of(key, "k"))).hasMessageContaining(environment + " is missing");
        assertThatThrownBy(() -> read(Map.of(environment, "e"))).hasMessageContaining(key + " is missing");
        assertThatThrownBy(() -> read(Map.of(url, "http://127.0.0.1:9"))).hasMessageContaining(key + " is missing");
    }

    @Test
    void the_live_search_key_can_be_kept_in_a_file() throws IOException {
        Path secret = Files.writeString(directory.resolve("key"), "from-file\n");

        assertThat(read(Map.of(
                                "SOMMELIER_SAQ_LIVESEARCH_KEY_FILE",
                                secret.toString(),
                                "SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT",
                                "e"))
                        .crawl()
                        .liveSearch()
                        .orElseThrow()
                        .apiKey())
                .isEqualTo("from-file");
    }

    @Test
    void the_catalogue_is_read_on_monday_night_by_the_clock_of_montreal_unless_set() {
        ExecutionComplete onASaturday = ExecutionComplete.simulatedSuccess(Instant.parse("2026-01-03T12:00:00Z"));

        assertThat(read(Map.of()).scrapeSchedule().getNextExecutionTime(onASaturday))
                .isEqualTo(Instant.parse("2026-01-05T08:30:00Z"));
        assertThat(read(Map.of("SOMMELIER_SCHEDULE_SCRAPE", "0 0 4 * * SUN"))
                        .scrapeSchedule()
                        .getNextExecutionTime(onASaturday))
                .isEqualTo(Instant.parse("2026-01-04T09:00:00Z"));
        assertThat(read(Map.of("SOMMELIER_SCHEDULE_SCRAPE", "off"))
                        .scrapeSchedule()
                        .isDisabled())
                .isTrue();
    }

    @Test
    void vectors_are_made_by_the_model_that_comes_with_the_program_unless_a_whole_one_is_named() throws IOException {
        assertThat(read(Map.of()).vectors()).isEqualTo(VectorSettings.bundled(Path.of("./data", "models")));
        Map<String, String> named = Map.of("SOMMELIER_EMBEDDING_MODEL", directory.toString());
        assertThatThrownBy(() -> read(named).vectors())
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SOMMELIER_EMBEDDING_MODEL is '" + directory + "'")
                .hasMessageContaining("there is no model.onnx");
        Files.writeString(directory.resolve("model.onnx"), "a network");
        Files.writeString(directory.resolve("tokenizer.json"), "a tokenizer");

        assertThat(read(named).vectors().model()).contains(directory);
    }

    @Test
    void metrics_are_left_in_the_data_directory_unless_set() {
        assertThat(read(Map.of("SOMMELIER_DATA_DIR", "/data")).metricsDirectory())
                .isEqualTo(Path.of("/data/metrics"));
        assertThat(read(Map.of("SOMMELIER_METRICS_DIR", "/metrics")).metricsDirectory())
                .isEqualTo(Path.of("/metrics"));
    }

    @Test
    void your_own_database_needs_a_user() {
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_DATABASE_URL", "jdbc:postgresql://db/sommelier")))
                .hasMessageContaining("SOMMELIER_DATABASE_USER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:hunter2@db:5432/x",
                "jdbc:postgresql://me:hunter2@db/x?ssl=true",
                "postgres://me:hunter2@db/x",
                "postgresql://me:hun/hunter2@ter@db/x",
                "jdbc:mysql://db/x?password=hunter2",
                "jdbc:postgresql://db:5432x/x?user=me&password=hunter2",
                "jdbc:postgresql:me/hunter2@db",
                "db password=hunter2",
                "jdbc:postgresql://me:hunter2%40@[::1]/x",
            })
    void a_wrong_address_of_the_database_is_refused_without_its_password(String url) {
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_DATABASE_URL", url, "SOMMELIER_DATABASE_USER", "me")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SOMMELIER_DATABASE_URL")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SOMMELIER_SAQ_BASE_URL=http://me:hunter2@site/",
                "SOMMELIER_SAQ_BASE_URL=http://me:hunter2@site",
                "SOMMELIER_BACKEND_URL=ftp://me:hunt/hunter2@er@host",
                "SOMMELIER_CHROMA_URL=chroma://host?token=hunter2",
                "SOMMELIER_API_KEY=hunter2 with a blank",
                "TELEGRAM_BOT_TOKEN=hunter2",
                "SOMMELIER_CORS_ORIGINS=http://me:hunter2@host/x",
                "SOMMELIER_DATABASE_PASSWROD=hunter2",
            })
    void no_error_shows_what_a_setting_keeps_secret(String assignment) {
        String[] pair = assignment.split("=", 2);

        assertThatThrownBy(() -> read(Map.of(pair[0], pair[1], "SOMMELIER_SAQ_DELAY", "1ms")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_file_that_is_not_yaml_is_not_quoted() throws IOException {
        Path file = Files.writeString(directory.resolve("application.yml"), "SOMMELIER_API_KEY: hunter2\n  x: : y\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), file))
                .hasMessageContaining("application.yml")
                .hasMessageContaining("line")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void what_kubernetes_sets_for_a_service_is_no_setting_and_a_typo_is() {
        Settings settings = read(Map.ofEntries(
                Map.entry("SOMMELIER_SERVICE_HOST", "10.0.0.5"),
                Map.entry("SOMMELIER_SERVICE_PORT", "8080"),
                Map.entry("SOMMELIER_SERVICE_PORT_HTTP", "8080"),
                Map.entry("SOMMELIER_PORT", "tcp://10.0.0.5:8080"),
                Map.entry("SOMMELIER_PORT_8080_TCP", "tcp://10.0.0.5:8080"),
                Map.entry("SOMMELIER_PORT_8080_TCP_PROTO", "tcp"),
                Map.entry("SOMMELIER_PORT_8080_TCP_PORT", "8080"),
                Map.entry("SOMMELIER_PORT_8080_TCP_ADDR", "fd00::5"),
                Map.entry("SOMMELIER_BACKEND_SERVICE_HOST", "10.0.0.6"),
                Map.entry("SOMMELIER_BACKEND_PORT", "tcp://10.0.0.6:8080"),
                Map.entry("SOMMELIER_BACKEND_PORT_53_UDP", "udp://10.0.0.6:53")));

        assertThat(settings.backend("own").listener().port()).isEqualTo(8080);
        for (Map.Entry<String, String> typo : Map.of(
                        "SOMMELIER_PORT", "8080",
                        "SOMMELIER_SERVICE_HOST", "not an address",
                        "SOMMELIER_BACKEND_PROT", "tcp://10.0.0.6:8080",
                        "SOMMELIER_BACKEND_PORT", "tcp")
                .entrySet()) {
            assertThatThrownBy(() -> read(Map.ofEntries(typo)))
                    .as(typo.toString())
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining(typo.getKey());
        }
    }

    @Test
    void other_machines_reach_the_backend_only_with_a_key() {
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_BACKEND_ADDRESS", "0.0.0.0")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SOMMELIER_API_KEY");
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_BACKEND_ADDRESS", "::")))
                .isInstanceOf(InvalidSettingsException.class);
        assertThat(read(Map.of("SOMMELIER_BACKEND_ADDRESS", "::1"))
                        .backend("own")
                        .listener()
                        .address())
                .isEqualTo("::1");
        assertThat(read(Map.of("SOMMELIER_BACKEND_ADDRESS", "0.0.0.0", "SOMMELIER_API_KEY", "key"))
                        .backend("own")
                        .listener()
                        .address())
                .isEqualTo("0.0.0.0");
    }

    @Test
    void a_secret_can_be_kept_in_a_file() throws IOException {
        Path secret = Files.writeString(directory.resolve("key"), "from-file\n");

        assertThat(read(Map.of("SOMMELIER_API_KEY_FILE", secret.toString())).apiKey())
                .contains("from-file");
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_API_KEY_FILE", directory + "/none")))
                .hasMessageContaining("SOMMELIER_API_KEY_FILE")
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> read(Map.of("SOMMELIER_ENV_FILE", secret.toString())))
                .hasMessageContaining("SOMMELIER_ENV_FILE");
    }

    @Test
    void the_file_may_nest_names_and_the_environment_wins() throws IOException {
        Path file = Files.writeString(directory.resolve("application.yml"), """
                sommelier:
                  backend-port: 9001
                  saq:
                    delay: 5s
                  telegram:
                    allowed-users: [7, 8]
                TELEGRAM_BOT_TOKEN: "1:a"
                """);

        Settings settings = Settings.read(Map.of("SOMMELIER_SAQ_DELAY", "9s"), file);

        assertThat(settings.backend("own").listener().port()).isEqualTo(9001);
        assertThat(settings.crawl().delay()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.bot().orElseThrow().allowedUsers()).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void an_unknown_name_or_broken_text_in_the_file_is_refused() throws IOException {
        Path unknown = Files.writeString(directory.resolve("unknown.yml"), "sommelier: {colour: red}");
        Path broken = Files.writeString(directory.resolve("broken.yml"), "sommelier: [");

        assertThatThrownBy(() -> Settings.read(Map.of(), unknown)).hasMessageContaining("SOMMELIER_COLOUR");
        assertThatThrownBy(() -> Settings.read(Map.of(), broken)).hasMessageContaining("broken.yml");
    }

    @Test
    void the_page_of_settings_lists_every_one_with_its_default() throws IOException {
        String page = Files.readString(Path.of("../docs/settings.md"));

        for (Setting setting : Setting.values()) {
            String secret = setting.kind().secret() ? " (secret)" : "";
            String row = "| `%s`%s | %s | %s | %s |"
                    .formatted(
                            setting.name(),
                            secret,
                            setting.purpose(),
                            setting.kind().accepted(),
                            setting.fallback().map(value -> "`" + value + "`").orElse("none"));
            assertThat(page).as("docs/settings.md").contains(row);
        }
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(environment, directory.resolve("none.yml"));
    }
}
