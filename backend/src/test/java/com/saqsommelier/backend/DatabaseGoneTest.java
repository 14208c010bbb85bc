package com.saqsommelier.backend;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.product.Products;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that stops and comes back, and backends that share one. */
@Isolated("measures how soon a change is found")
class DatabaseGoneTest {

    @TempDir
    Path directory;

    @Test
    void the_catalogue_is_answered_while_the_server_is_stopped_and_is_current_again_when_it_is_back() throws Exception {
        Path server = directory.resolve("server");
        Files.createDirectories(server);
        TestDatabase.shareBinaries(server);
        DatabaseSettings embedded = new DatabaseSettings.Embedded(server);
        Database owner = Database.open(embedded);
        HikariDataSource pool = (HikariDataSource) owner.dataSource();
        new Products(owner).store(aRedWine().sku("101").named("Rouge gardé").reading());
        try (Database guest = Database.open(
                        new DatabaseSettings.External(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
                Backend backend = Backend.start(new BackendSettings(0, Optional.empty()), guest);
                Http http = new Http(backend.baseUrl())) {
            assertThat(json(http.get("/health/detailed")).at("/status").asString())
                    .isEqualTo("up");

            owner.close();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> json(http.get("/health/detailed"))
                            .at("/index/problem")
                            .isString());

            for (String path : List.of(
                    "/api/v1/products?q=garde",
                    "/api/v1/products",
                    "/api/v1/products/facets",
                    "/api/v1/products/random",
                    "/api/v1/products/101",
                    "/api/v1/products/101/similar",
                    "/api/v1/products.csv")) {
                assertThat(http.get(path).statusCode()).as(path).isEqualTo(200);
            }
            HttpResponse<String> notHeld = http.get("/api/v1/products/999");
            assertThat(notHeld.statusCode()).isEqualTo(503);
            assertThat(notHeld.body()).contains("/problems#database-unreachable");
            JsonNode health = json(http.get("/health/detailed"));
            assertThat(health.at("/status").asString()).isEqualTo("down");
            assertThat(health.at("/database/problem").asString()).contains("SOMMELIER_DATABASE_URL");
            assertThat(health.at("/index/products").asInt()).isEqualTo(1);
            assertThat(health.at("/index/age_seconds").isNumber()).isTrue();
            assertThat(http.get("/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void every_backend_finds_a_change_within_two_seconds() throws Exception {
        try (Database database = TestDatabase.fresh();
                Database other = again(database);
                Backend first = Backend.start(new BackendSettings(0, Optional.empty()), database);
                Backend second = Backend.start(new BackendSettings(0, Optional.empty()), other);
                Http one = new Http(first.baseUrl());
                Http two = new Http(second.baseUrl())) {
            String query = "/api/v1/products?q=nouveaute";
            assertThat(one.get(query).body()).contains("\"total\":0");
            assertThat(two.get(query).body()).contains("\"total\":0");

            new Products(database)
                    .store(aRedWine().sku("404").named("Nouveauté").reading());

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> one.get(query).body().contains("\"total\":1")
                            && two.get(query).body().contains("\"total\":1"));
        }
    }

    private static Database again(Database database) {
        HikariDataSource pool = (HikariDataSource) database.dataSource();
        return Database.open(new DatabaseSettings.External(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
