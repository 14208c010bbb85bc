package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.Attachment;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.Photo;
import com.saqsommelier.simulator.telegram.Sticker;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import com.saqsommelier.simulator.telegram.Voice;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people send by mistake gets a short helpful answer or silence. */
@Timeout(60)
class BadMessageTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final String SPECIAL = "_*[]()~`>#+-=|{}.!\\<b>&amp;\"'";

    private final Shelf shelf = Shelf.of(IntStream.rangeClosed(1, 12)
            .mapToObj(number -> aRedWine()
                    .sku(Integer.toString(100 + number))
                    .named("Château " + number + " " + SPECIAL)
                    .at("https://www.saq.com/fr/" + (100 + number)))
            .toArray(Bottles[]::new));

    private TelegramSimulator telegram;
    private Bot bot;
    private Conversation chat;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of()), shelf);
        chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void a_watch_of_nothing_of_words_and_of_the_unknown_says_what_to_do() throws InterruptedException {
        assertThat(chat.ask("/watch", SOON).text()).startsWith("Quelle bouteille?");
        assertThat(chat.ask("/watch un bon rouge", SOON).text()).startsWith("Quelle bouteille?");
        assertThat(chat.ask("/watch 99999", SOON).text()).isEqualTo("Je ne connais aucun produit de code 99999.");
        assertThat(chat.ask("/unwatch 99999", SOON).text()).startsWith("Vous ne suiviez pas");
        assertEverythingWasAccepted();
    }

    @Test
    void a_watch_of_ten_bottles_and_one_of_them_unknown_says_how_each_went() throws InterruptedException {
        String skus =
                IntStream.rangeClosed(101, 109).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        ChatMessage answer = chat.ask("/watch " + skus + " 99999", SOON);

        assertThat(answer.text().lines())
                .hasSize(10)
                .first()
                .asString()
                .startsWith("🔔 C’est noté")
                .contains("Château 1 " + SPECIAL);
        assertThat(answer.text()).endsWith("Je ne connais aucun produit de code 99999.");
        assertThat(chat.ask("/alerts", SOON).text()).startsWith("🔔 Vous suivez 9 bouteilles");
        assertEverythingWasAccepted();
    }

    @Test
    void names_with_everything_that_telegram_treats_specially_are_shown_as_they_are() throws InterruptedException {
        assertThat(chat.ask("château", SOON).text()).contains(" " + SPECIAL);
        ChatMessage card = chat.ask("château 7", SOON);
        assertThat(card.text()).startsWith("Château 7 " + SPECIAL + "\n");
        assertEverythingWasAccepted();
    }

    @Test
    void a_search_of_4096_characters_is_answered_in_a_few() throws InterruptedException {
        assertThat(chat.ask("x".repeat(4096), SOON).text())
                .startsWith("C’est un peu long pour moi")
                .contains("4\u00a0096", "200");
        assertThat(chat.ask("/search " + "🍷".repeat(1500), SOON).text()).startsWith("C’est un peu long pour moi");
    }

    @Test
    void stickers_voice_and_photos_are_answered_and_the_next_search_works() throws InterruptedException {
        for (Attachment attachment : new Attachment[] {new Sticker("🍷"), new Voice(3), new Photo()}) {
            long mark = chat.mark();
            chat.send(attachment);
            assertThat(chat.awaitFromBot(mark, SOON).text()).startsWith("Je ne lis que le texte");
        }
        assertThat(chat.ask("château 1", SOON).text()).contains("Château 1");
    }

    @Test
    void an_edited_message_is_answered_anew_and_one_whose_words_stay_is_not() throws InterruptedException {
        ChatMessage first = chat.ask("château 1", SOON);
        ChatMessage mine = chat.messages().stream()
                .filter(message -> !message.fromBot())
                .findFirst()
                .orElseThrow();
        long mark = chat.mark();
        chat.edit(mine, "/watch 107");

        assertThat(chat.awaitFromBot(mark, SOON).text())
                .startsWith("🔔 C’est noté")
                .contains("107");
        chat.edit(mine, "/watch 107");
        assertThat(chat.ask("/help", SOON).text()).startsWith("Comment ça marche");
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(3);
        assertThat(first.text()).contains("Château 1");
    }

    @Test
    void a_card_that_is_forwarded_to_the_bot_offers_its_bottle() throws InterruptedException {
        ChatMessage card = chat.ask("château 7", SOON);
        long mark = chat.mark();

        chat.forward(card, chat);

        ChatMessage offered = chat.awaitFromBot(mark, SOON);
        assertThat(offered.text()).startsWith("Château 7");
        assertThat(offered.buttonTexts()).contains("🔔 Suivre");
    }

    @Test
    void a_watch_as_a_reply_to_a_card_watches_its_bottle() throws InterruptedException {
        ChatMessage card = chat.ask("château 7", SOON);
        long mark = chat.mark();
        chat.reply(card, "/watch");

        assertThat(chat.awaitFromBot(mark, SOON).text())
                .startsWith("🔔 C’est noté")
                .contains("(107)");
    }

    private void assertEverythingWasAccepted() {
        assertThat(telegram.calls())
                .filteredOn(call -> !call.method().equalsIgnoreCase("getUpdates"))
                .extracting(CallRecord::status)
                .isSubsetOf(200, 429);
    }
}
