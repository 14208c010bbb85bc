package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.bot.fixture.Incoming;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taps that no button of this bot makes: each ends the spinning, and none is a stack trace. */
@Timeout(60)
class BadCallbackTest {

    private static final String OLD = "Ce bouton date d’une autre époque. Refaites la demande, s’il vous plaît.";

    private final ScriptedTelegram telegram = new ScriptedTelegram();
    private final Shelf shelf = Shelf.of(aRedWine().sku("943").named("Château Talbot"));
    private Bot bot;

    @BeforeEach
    void start() {
        bot = Bot.start(telegram.settings(), shelf);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c:943",
                "0:c:943",
                "9:c:943",
                "{\"action\":\"buy\"}",
                "page_2",
                "2:s:....:+:0",
                "2:n:zz....:+:1",
                "1:c:x",
                "🍷",
                "'; DROP TABLE products; --"
            })
    void an_old_or_foreign_button_is_said_to_be_old(String data) throws InterruptedException {
        telegram.write(Incoming.tap(data));

        assertThat(telegram.nextCall("answercallbackquery").path("text").asText())
                .isEqualTo(OLD);
    }

    @Test
    void random_bytes_always_end_the_spinning() throws InterruptedException {
        Random random = new Random(11);
        for (int n = 0; n < 40; n++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            telegram.write(Incoming.tap(new String(bytes, StandardCharsets.ISO_8859_1)));
            assertThat(telegram.nextCall("answercallbackquery").path("text").asText())
                    .isEqualTo(OLD);
        }
    }

    @Test
    void a_page_of_a_search_whose_words_are_gone_is_said_to_be_old() throws InterruptedException {
        telegram.write(Incoming.tap("2:s:....:+:2"));

        assertThat(telegram.nextCall("answercallbackquery").path("text").asText())
                .isEqualTo(OLD);
    }

    @Test
    void a_tap_in_a_message_that_telegram_has_forgotten_is_said_to_be_old() throws InterruptedException {
        telegram.write(Incoming.tap("1:c:943").inAForgottenMessage());

        assertThat(telegram.nextCall("answercallbackquery").path("text").asText())
                .isEqualTo(OLD);
    }

    @Test
    void a_tap_is_acknowledged_before_the_backend_is_asked_and_a_failure_is_told_in_the_chat()
            throws InterruptedException {
        shelf.unreachableOnce();
        telegram.write(Incoming.tap("2:n:....:+:1"));

        JsonNode acknowledged = telegram.nextCall("answercallbackquery");
        assertThat(acknowledged.has("text")).isFalse();
        assertThat(telegram.nextMessage().path("text").asText()).startsWith("Le catalogue ne répond pas");
    }
}
