package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.Health;
import com.saqsommelier.bot.fixture.Incoming;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bot whose Telegram is away follows when it is back. */
@Timeout(60)
class BotStarterTest {

    private final ScriptedTelegram server = new ScriptedTelegram();
    private final Shelf shelf = Shelf.of(aRedWine().named("Château Talbot"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_start_returns_while_telegram_is_away_and_the_bot_answers_when_it_is_back() throws InterruptedException {
        server.failing("getMe", 502, "Bad Gateway", "{}").answering("getMe", 503, "<html>later</html>");
        server.write(Incoming.privately("/help").speaking("en"));

        try (BotStarter starter = BotStarter.start(server.settings(), shelf)) {
            assertThat(starter).isNotNull();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !shelf.health().reports().isEmpty());
            assertThat(shelf.health().reports().getFirst()).satisfies(report -> {
                assertThat(report.status()).isEqualTo(Health.Status.DOWN);
                assertThat(report.problem()).contains("Telegram");
            });
            assertThat(server.nextMessage().path("text").asText()).startsWith("<b>How it works");
        }
    }

    @Test
    void a_bot_that_never_started_is_closed() {
        server.close();

        BotStarter.start(server.settings(), shelf).close();
    }

    @Test
    void a_refused_token_is_no_matter_of_waiting() {
        server.failing("getMe", 401, "Unauthorized", "{}");

        assertThatExceptionOfType(BotStartException.class)
                .isThrownBy(() -> BotStarter.start(server.settings(), shelf).close());
    }
}
