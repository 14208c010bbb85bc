package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class PlannedFailuresTest {

    private final ManualClock clock = new ManualClock();
    private TelegramSimulator telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0, clock);
        bot = new BotClient(telegram);
        telegram.conversation(new TelegramUser(77, "Marie", null, "fr")).send("/start");
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private int plan(Map<String, ?> failure) {
        return bot.request("/failures", "application/json", Json.MAPPER.writeValueAsString(failure))
                .status();
    }

    private BotClient.Answer send() {
        clock.advance(Duration.ofSeconds(2));
        return bot.call("sendMessage", Map.of("chat_id", 77, "text", "x"));
    }

    @Test
    void the_page_plans_what_befalls_any_call_but_the_poll() {
        assertThat(plan(Map.of("what", "429", "seconds", 7))).isEqualTo(200);
        assertThat(plan(Map.of("what", "403", "times", 2))).isEqualTo(200);

        assertThat(bot.call("getUpdates", Map.of()).status()).isEqualTo(200);
        JsonNode refused = send().body();
        assertThat(refused.path("description").asString()).isEqualTo("Too Many Requests: retry after 7");
        assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(7);
        assertThat(send().status()).isEqualTo(403);
        assertThat(bot.call("getMe", Map.of()).status()).isEqualTo(403);
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void the_page_forgets_what_was_planned_and_refuses_what_it_does_not_know() {
        plan(Map.of("what", "500", "method", "sendMessage"));
        bot.request("/failures/none", "application/json", "{}");
        assertThat(send().status()).isEqualTo(200);
        assertThat(plan(Map.of("what", "fire"))).isEqualTo(400);
    }

    @Test
    void a_silent_call_has_no_effect_and_no_answer() {
        telegram.silenceNext("sendMessage", Duration.ofMillis(1));

        assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
        assertThat(telegram.conversation(new TelegramUser(77, "Marie", null, "fr"))
                        .messages())
                .hasSize(1);
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void a_share_of_the_calls_fails_by_chance_and_the_seed_tells_which() {
        telegram.failSome("sendMessage", 0.3, 5);
        long failed = IntStream.range(0, 50).filter(n -> send().status() == 500).count();
        assertThat(failed).isBetween(5L, 25L);

        telegram.failNoMore();
        telegram.failSome("sendMessage", 0.3, 5);
        assertThat(IntStream.range(0, 50).filter(n -> send().status() == 500).count())
                .isEqualTo(failed);
    }
}
