package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final ManualClock clock = new ManualClock();
    private TelegramSimulator telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0, clock);
        bot = new BotClient(telegram);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private void startedBy(long id) {
        telegram.conversation(new TelegramUser(id, "Personne", null, null)).send("/start");
    }

    private BotClient.Answer send(long chat) {
        return bot.call("sendMessage", Map.of("chat_id", chat, "text", "x"));
    }

    private List<Integer> statuses(int count, long chat) {
        return IntStream.range(0, count).mapToObj(i -> send(chat).status()).toList();
    }

    private static void assertWait(BotClient.Answer answer, int seconds) {
        assertThat(answer.body().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after "
                        + seconds + "\",\"parameters\":{\"retry_after\":" + seconds + "}}");
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void a_private_chat_gets_three_at_once_and_then_one_a_second() {
        startedBy(1);

        assertThat(statuses(3, 1)).containsOnly(200);
        assertWait(send(1), 1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statuses(2, 1)).containsExactly(200, 429);
        clock.advance(Duration.ofSeconds(10));
        assertThat(statuses(4, 1)).containsExactly(200, 200, 200, 429);
    }

    @Test
    void all_chats_together_get_thirty_a_second() {
        IntStream.rangeClosed(1, 31).forEach(this::startedBy);
        assertThat(IntStream.rangeClosed(1, 30).mapToObj(id -> send(id).status()))
                .containsOnly(200);

        assertWait(send(31), 1);
        clock.advance(Duration.ofMillis(999));
        assertWait(send(31), 1);
        clock.advance(Duration.ofMillis(1));
        assertThat(send(31).status()).isEqualTo(200);
    }

    @Test
    void a_group_gets_twenty_a_minute() {
        telegram.group(-5, "Amis", new TelegramUser(1, "Marie", null, "fr"));
        assertThat(statuses(20, -5)).containsOnly(200);

        clock.advance(Duration.ofSeconds(13));

        assertWait(send(-5), 47);
        clock.advance(Duration.ofSeconds(47));
        assertThat(send(-5).status()).isEqualTo(200);
    }

    @Test
    void edits_count_in_all_but_not_against_the_private_chat() {
        startedBy(1);
        long id = send(1).result().path("message_id").asLong();
        for (int i = 0; i < 29; i++) {
            assertThat(edit(1, id, "edit " + i).status()).isEqualTo(200);
        }

        assertWait(edit(1, id, "one more"), 1);
    }

    @Test
    void edits_count_in_a_group() {
        telegram.group(-5, "Amis", new TelegramUser(1, "Marie", null, "fr"));
        long id = send(-5).result().path("message_id").asLong();
        for (int i = 0; i < 19; i++) {
            assertThat(edit(-5, id, "edit " + i).status()).isEqualTo(200);
        }

        assertWait(edit(-5, id, "one more"), 60);
    }

    private BotClient.Answer edit(long chat, long id, String text) {
        return bot.call("editMessageText", Map.of("chat_id", chat, "message_id", id, "text", text));
    }

    @Test
    void a_refused_message_does_not_count() {
        startedBy(1);
        for (int i = 0; i < 40; i++) {
            bot.call("sendMessage", Map.of("chat_id", 1, "text", "<b>", "parse_mode", "HTML"));
        }

        assertThat(send(1).status()).isEqualTo(200);
    }
}
