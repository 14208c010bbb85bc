package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private TelegramSimulator telegram;
    private BotClient bot;
    private Conversation marie;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = new BotClient(telegram);
        marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));
        marie.send("/start");
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void waits_for_what_the_bot_writes_after_the_mark() throws InterruptedException {
        bot.call("sendMessage", Map.of("chat_id", 77, "text", "avant"));
        long mark = marie.mark();
        bot.call("sendMessage", Map.of("chat_id", 77, "text", "après"));

        assertThat(marie.awaitFromBot(mark, Duration.ofSeconds(5)).text()).isEqualTo("après");
    }

    @Test
    void says_what_is_in_the_chat_when_the_bot_keeps_silent() {
        assertThatThrownBy(() -> marie.awaitFromBot(marie.mark(), Duration.ofMillis(20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[/start]");
        assertThatThrownBy(() -> marie.awaitAnswer("1", marie.mark(), Duration.ofMillis(20)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void names_the_buttons_there_are_when_one_is_missing() {
        bot.call(
                "sendMessage",
                Map.of(
                        "chat_id",
                        77,
                        "text",
                        "x",
                        "reply_markup",
                        Map.of(
                                "inline_keyboard",
                                List.of(List.of(
                                        Map.of("text", "Suivre", "callback_data", "1"),
                                        Map.of("text", "saq.com", "url", "https://www.saq.com/"))))));
        ChatMessage message = marie.messages().getLast();

        assertThatThrownBy(() -> marie.tap(message, "Suivra"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("[Suivre, saq.com]");
        assertThatThrownBy(() -> marie.tap(message, "saq.com")).isInstanceOf(IllegalStateException.class);
        assertThat(message.button("saq.com").flatMap(InlineButton::link)).contains("https://www.saq.com/");
        assertThatThrownBy(() -> marie.tapReply("x")).isInstanceOf(NoSuchElementException.class);
        bot.call("deleteMessage", Map.of("chat_id", 77, "message_id", message.id()));
        assertThatThrownBy(() -> marie.tap(message, "Suivre")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void keeps_the_newest_500_messages() {
        for (int i = 1; i <= 510; i++) {
            marie.send("message " + i);
        }

        assertThat(marie.messages()).hasSize(500);
        assertThat(marie.messages().getFirst().text()).isEqualTo("message 11");
        assertThat(marie.chatId()).isEqualTo(77);
    }

    @Test
    void refuses_people_groups_and_places_that_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TelegramUser(0, "x", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TelegramUser(1, " ", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> telegram.group(5, "x", marie.user()));
        assertThatIllegalArgumentException().isThrownBy(() -> marie.shareLocation(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> marie.shareLocation(0, 181));
        assertThatIllegalArgumentException().isThrownBy(() -> marie.send(""));
    }
}
