package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a person wants to hear from the bot, and whether they want its digest. */
@Timeout(60)
class QuietJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String CAMILLE = "tg:1001";

    private final Shelf shelf = Shelf.of(aRedWine());
    private TelegramSimulator telegram;
    private Bot bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = Bot.start(new BotSettings("1:quiet", telegram.baseUrl(), Set.of()), shelf);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void quiet_hours_are_chosen_by_a_tap_moved_to_another_clock_and_given_up() throws InterruptedException {
        Conversation chat = telegram.conversation(new TelegramUser(1001, "Camille", "camille", "fr"))
                .overlooking(InterimMessage::isOne);
        ChatMessage shown = chat.ask("/silence", SOON);
        assertThat(shown.text()).startsWith("🌙 Vos alertes arrivent à toute heure.");
        assertThat(shown.buttonTexts()).contains("22\u00a0h à 8\u00a0h", "✅ 🔔 À toute heure");

        ChatMessage chosen = tap(chat, shown, "22\u00a0h à 8\u00a0h");
        assertThat(chosen.text()).startsWith("🌙 Je me tais de 22\u00a0h à 8\u00a0h.");
        assertThat(chosen.buttonTexts()).contains("✅ 🕐 Heure de Montréal", "🕐 Îles-de-la-Madeleine");
        assertThat(shelf.people().get(CAMILLE).quietHours()).isEqualTo("22:00-08:00");

        ChatMessage moved = tap(chat, chosen, "🕐 Îles-de-la-Madeleine");
        assertThat(moved.buttonTexts()).contains("✅ 🕐 Îles-de-la-Madeleine");
        assertThat(shelf.people().get(CAMILLE).timeZone()).isEqualTo("America/Halifax");

        assertThat(tap(chat, moved, "🔔 À toute heure").text()).startsWith("🌙 Vos alertes arrivent à toute heure.");
        assertThat(shelf.people().get(CAMILLE).quietHours()).isNull();
    }

    @Test
    void quiet_hours_are_written_as_english_writes_them() throws InterruptedException {
        Conversation chat = telegram.conversation(new TelegramUser(1002, "Alex", null, "en"))
                .overlooking(InterimMessage::isOne);

        assertThat(chat.ask("/quiet", SOON).buttonTexts()).contains("11\u00a0p.m. to 7\u00a0a.m.");
    }

    @Test
    void the_digest_is_wanted_and_unwanted_by_a_tap() throws InterruptedException {
        Conversation chat = telegram.conversation(new TelegramUser(1001, "Camille", "camille", "fr"))
                .overlooking(InterimMessage::isOne);
        ChatMessage shown = chat.ask("/bulletin", SOON);
        assertThat(shown.text()).startsWith("📰 Voulez-vous le bulletin de la semaine?");

        ChatMessage wanted = tap(chat, shown, "📰 Oui, chaque semaine");
        assertThat(wanted.text()).startsWith("📰 Chaque semaine, je vous envoie le bulletin");
        assertThat(shelf.people().get(CAMILLE).digest()).isTrue();
        assertThat(shelf.people().get(CAMILLE).language()).isEqualTo("fr");

        assertThat(tap(chat, wanted, "Ne plus le recevoir").text()).startsWith("📰 Voulez-vous");
        assertThat(shelf.people().get(CAMILLE).digest()).isFalse();
    }

    private static ChatMessage tap(Conversation chat, ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(message, button);
        return chat.awaitFromBot(mark, SOON);
    }
}
