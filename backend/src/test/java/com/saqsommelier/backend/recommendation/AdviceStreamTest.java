package com.saqsommelier.backend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.RecommendationCall;
import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A recommendation as a stream of events. */
class AdviceStreamTest {

    private static final String ID = "stream-of-AdviceStreamTest";

    @Test
    void log_lines_of_its_thread_carry_the_request_id_and_it_ends_with_the_answer() throws Exception {
        Queue<Map<String, String>> logged = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                logged.add(event.getMDCPropertyMap());
            }
        };
        Logger logger = (Logger) LoggerFactory.getLogger(RecommendationService.class);
        appender.start();
        logger.addAppender(appender);
        try (Database database = TestDatabase.fresh()) {
            new Products(database).store(SampleProduct.aRedWine().sku("11").reading());
            try (Backend backend = Backend.start(new BackendSettings(0, Optional.of("key"), true), database);
                    HttpClient client = HttpClient.newHttpClient()) {
                // An answer that cannot be kept is given all the same, and logged.
                database.jdbc().sql("DROP TABLE recommendations CASCADE").update();
                HttpRequest request = RecommendationCall.to(backend.baseUrl(), "key", "un rouge")
                        .header("X-Request-Id", ID)
                        .header("Accept", "text/event-stream")
                        .build();

                assertThat(client.send(request, BodyHandlers.ofString()).body())
                        .contains("event:done")
                        .contains("\"sku\":\"11\"");
            }
        } finally {
            logger.detachAppender(appender);
        }
        assertThat(logged).anySatisfy(fields -> assertThat(fields).containsEntry("request_id", ID));
    }
}
