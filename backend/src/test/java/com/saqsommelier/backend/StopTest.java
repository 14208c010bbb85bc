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
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
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
            await().atMost(Duration.ofSeconds(20)).until(() -> isHeldUp(database));
            connection.rollback();
        }

        log.start();
        logger.addAppender(log);
        backend.close();
        database.close();

        assertThat(waiting.get(20, TimeUnit.SECONDS).deliveries()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static boolean isHeldUp(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) > 0 FROM pg_locks WHERE relation = 'deliveries'::regclass AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Boolean.class)
                .single();
    }
}
