package com.saqsommelier.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** How a backend ends while a bot waits for alerts. */
@Timeout(120)
@Isolated("reads the log of the whole process")
class StopTest {

    private static final String KEY = "the key";

    private final Database database = TestDatabase.fresh();
    private final Logger logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                complaints.add(event.getFormattedMessage());
            }
        }
    };

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void a_recommendation_in_flight_is_answered_and_kept(String accepted) throws Exception {
        new Products(database).store(SampleProduct.aRedWine().sku("11").reading());
        Backend backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        CompletableFuture<HttpResponse<String>> answer;
        CompletableFuture<Void> stop;
        try (HttpClient client = HttpClient.newHttpClient();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Held up where its trace is kept.
            statement.execute("LOCK TABLE recommendations IN ACCESS EXCLUSIVE MODE");
            answer = client.sendAsync(
                    RecommendationCall.to(backend.baseUrl(), KEY, "un rouge")
                            .header("Accept", accepted)
                            .build(),
                    BodyHandlers.ofString());
            await().atMost(Duration.ofSeconds(20)).until(() -> isHeldUp(database, "recommendations"));
            URI address = backend.baseUrl();
            stop = CompletableFuture.runAsync(backend::close);
            await().atMost(Duration.ofSeconds(20)).until(() -> !takesRequests(client, address));
            connection.rollback();
            assertThat(answer.get(60, TimeUnit.SECONDS).body()).contains("\"sku\":\"11\"");
        }
        stop.get(60, TimeUnit.SECONDS);

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM recommendations")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        database.close();
    }

    private static boolean takesRequests(HttpClient client, URI backend) throws InterruptedException {
        try {
            client.send(
                    HttpRequest.newBuilder(backend.resolve("/health"))
                            .timeout(Duration.ofSeconds(1))
                            .build(),
                    BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whoever_waits_for_alerts_is_answered_before_the_database_is_closed() throws Exception {
        Backend backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        ApiClient bot = new ApiClient(backend.baseUrl(), Optional.of(KEY));
        CompletableFuture<DeliveryList> waiting;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE deliveries IN ACCESS EXCLUSIVE MODE");
            waiting = CompletableFuture.supplyAsync(() -> bot.deliveries().claim(new ClaimRequest("bot", 30, 30)));
            // So that it is known to have come.
            await().atMost(Duration.ofSeconds(20)).until(() -> isHeldUp(database, "deliveries"));
            connection.rollback();
        }

        log.start();
        logger.addAppender(log);
        backend.close();
        database.close();

        assertThat(waiting.get(20, TimeUnit.SECONDS).deliveries()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static boolean isHeldUp(Database database, String table) {
        return database.jdbc()
                .sql("SELECT count(*) > 0 FROM pg_locks WHERE relation = :table::regclass AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
