package com.saqsommelier.backend.health;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.BotState;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.RunningContext;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health and metrics, whatever is down. */
class HealthTest {

    /** Far below the five seconds that a caller waits for a connection, and far above what an answer takes. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database = TestDatabase.fresh();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @Test
    void a_database_that_hangs_is_reported_and_holds_up_no_answer() throws Exception {
        new Products(database).store(aRedWine().sku("101").reading());
        List<Connection> held = new ArrayList<>();
        try (Backend backend = Backend.start(new BackendSettings(0, Optional.empty()), database)) {
            assertThat(get(backend, "/health").statusCode()).isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                held.add(database.dataSource().getConnection());
            }

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get(backend, "/health").statusCode() == 503);
            assertThat(get(backend, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(json(get(backend, "/health/detailed"))
                            .at("/database/status")
                            .asString())
                    .isEqualTo("down");
            assertThat(get(backend, "/actuator/prometheus").body())
                    .contains("sommelier_deliveries_waiting NaN", "sommelier_index_products 1");
        } finally {
            for (Connection one : held) {
                one.close();
            }
        }
    }

    @Test
    void a_closed_index_is_reported() throws Exception {
        new Products(database).store(aRedWine().sku("101").reading());
        try (Backend backend = Backend.start(new BackendSettings(0, Optional.empty()), database)) {
            RunningContext.index(backend).close();

            // The snapshot is renewed every few seconds.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get(backend, "/health").body().contains("The index is closed"));
            assertThat(get(backend, "/health").statusCode()).isEqualTo(503);
            assertThat(get(backend, "/health/detailed").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_catalogue_that_was_never_read_is_alive_and_not_ready() throws Exception {
        try (Backend backend = Backend.start(new BackendSettings(0, Optional.empty()), database)) {
            HttpResponse<String> health = get(backend, "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("degraded", "never read");
            assertThat(get(backend, "/health/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void the_disk_is_that_of_the_data_directory() throws Exception {
        try (Backend backend = Backend.start(
                new BackendSettings(0, Optional.empty()).withIndexIn(directory.resolve("index")), database)) {
            assertThat(json(get(backend, "/health/detailed"))
                            .at("/disk/free_bytes")
                            .asLong())
                    .isPositive();
            assertThat(get(backend, "/actuator/prometheus").body())
                    .contains("disk_free_bytes{path=\"" + directory + "\"}");
        }
        assertThat(new DiskSpace(directory, 1 << 20, 1 << 30).full()).isTrue();
        assertThat(new DiskSpace(directory, 1 << 30, 1L << 40).low()).isFalse();
    }

    @Test
    void a_bot_that_does_not_reach_telegram_is_reported() throws Exception {
        new Products(database).store(aRedWine().sku("101").reading());
        try (Backend backend = Backend.start(new BackendSettings(0, Optional.of("secret")), database)) {
            assertThat(get(backend, "/health/detailed").body()).contains("\"bot\":null");
            HealthApi health = new ApiClient(backend.baseUrl(), Optional.of("secret")).health();

            health.reportBot(new BotState(Health.Status.DOWN, "connection refused"));
            assertThat(get(backend, "/health").statusCode()).isEqualTo(200);
            assertThat(get(backend, "/health").body())
                    .contains("degraded", "does not reach Telegram", "connection refused");

            health.reportBot(new BotState(Health.Status.UP, null));
            assertThat(json(get(backend, "/health/detailed")).at("/bot/status").asString())
                    .isEqualTo("up");
            assertThat(get(backend, "/health").body()).contains("\"up\"");
        }
    }

    @Test
    void a_bot_that_reports_no_more_is_missed() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T08:00:00Z"));
        BotReports bots = new BotReports(now::get);
        bots.take(new BotState(Health.Status.UP, null));

        now.set(Instant.parse("2026-01-05T08:03:00Z"));
        assertThat(bots.current().orElseThrow().status()).isEqualTo(Health.Status.UP);
        now.set(Instant.parse("2026-01-05T08:03:01Z"));
        assertThat(bots.current().orElseThrow().problem()).contains("has not reported since 2026-01-05T08:00:00Z");
    }

    @Test
    void the_root_leads_to_the_description() throws Exception {
        try (Backend backend = Backend.start(new BackendSettings(0, Optional.of("secret")), database)) {
            HttpResponse<String> root = get(backend, "/");
            assertThat(root.statusCode()).isEqualTo(302);
            assertThat(root.headers().firstValue("Location")).hasValue("/docs");
        }
    }

    private HttpResponse<String> get(Backend backend, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(backend.baseUrl() + path))
                        .timeout(SOON)
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
