package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bottle is meant by its number in a list, by a tap, and by a message that was corrected. */
@Timeout(90)
class ListReplyJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Shelf shelf = Shelf.of(IntStream.rangeClosed(1, 12)
            .mapToObj(number -> aRedWine()
                    .sku(Integer.toString(10000 + number))
                    .named("Château " + number)
                    .at("https://www.saq.com/fr/" + (10000 + number)))
            .toArray(Bottles[]::new));

    private TelegramSimulator telegram;
    private Bot bot;
    private Conversation chat;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of()), shelf);
        chat = telegram.conversation(new TelegramUser(1001, "Camille", "camille", "fr"))
                .overlooking(InterimMessage::isOne);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void a_watch_by_its_number_in_reply_to_a_list_watches_that_bottle() throws InterruptedException {
        ChatMessage list = chat.ask("château", SOON);
        String third = line(list, "3.");

        assertThat(reply(list, "/watch 3").text()).startsWith("🔔 C’est noté").contains(third);
        assertThat(reply(list, "/unwatch le 3").text()).startsWith("🔕").contains(third);
        assertThat(reply(list, "le 2").text()).startsWith(line(list, "2."));
    }

    @Test
    void a_number_that_the_list_does_not_have_and_no_number_are_asked_about() throws InterruptedException {
        ChatMessage list = chat.ask("château", SOON);

        ChatMessage question = reply(list, "/watch 9");
        assertThat(question.text()).startsWith("Il n’y a pas de numéro 9");
        assertThat(question.buttonTexts()).startsWith("🔔 1", "🔔 2");
        ChatMessage which = reply(list, "/watch");
        assertThat(which.text()).startsWith("Laquelle?");
        tap(which, "🔔 2");
        assertThat(chat.ask("/alerts", SOON).text()).contains("1 bouteille", line(list, "2."));
    }

    @Test
    void the_list_of_watches_ends_one_with_a_tap() throws InterruptedException {
        chat.ask("/watch 10001", SOON);

        ChatMessage watches = chat.ask("/unwatch", SOON);
        assertThat(watches.buttonTexts()).contains("🔕 1");
        tap(watches, "🔕 1");

        assertThat(chat.ask("/alerts", SOON).text()).startsWith("Vous ne suivez encore aucune");
    }

    @Test
    void a_code_that_nobody_knows_offers_no_button() throws InterruptedException {
        assertThat(chat.ask("/watch 99999", SOON).buttonTexts()).isEmpty();
        assertThat(chat.ask("/watch 10002 99999", SOON).buttonTexts()).containsExactly("Château 2");
    }

    @Test
    void language_and_quiet_hours_take_what_is_said_after_them() throws InterruptedException {
        assertThat(chat.ask("/quiet 22-7", SOON).text())
                .startsWith("🌙 Je me tais de 22")
                .contains("7");
        assertThat(chat.ask("/quiet off", SOON).text()).startsWith("🌙 Vos alertes arrivent à toute heure");
        assertThat(chat.ask("/quiet la nuit", SOON).text()).startsWith("Je n’ai pas compris «\u00a0la nuit\u00a0»");
        assertThat(chat.ask("/language en", SOON).text()).startsWith("Hello!");
        assertThat(chat.ask("/langue français", SOON).text()).startsWith("Bonjour!");
    }

    private ChatMessage reply(ChatMessage to, String text) throws InterruptedException {
        long mark = chat.mark();
        chat.reply(to, text);
        return chat.awaitFromBot(mark, SOON);
    }

    private void tap(ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.awaitAnswer(chat.tap(message, button), mark, SOON);
    }

    /** The name that stands at a place of a list. */
    private static String line(ChatMessage list, String place) {
        String found = list.text()
                .lines()
                .filter(line -> line.startsWith(place))
                .findFirst()
                .orElseThrow();
        return found.substring(place.length()).replace('\u00a0', ' ').strip().split(" \\d{4}| ·", 2)[0];
    }
}
