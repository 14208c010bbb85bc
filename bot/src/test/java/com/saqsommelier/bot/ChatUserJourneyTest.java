package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.ReplyButton;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people see in their chat, on the stand-in that refuses what Telegram refuses. */
@Timeout(60)
class ChatUserJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex", null, "en-CA");
    private static final TelegramUser NOBODY = new TelegramUser(1003, "?", null, null);

    private final Shelf shelf = Shelf.of(
            aRedWine().named("Château Talbot").of(2018).priced("1624.75"),
            aRedWine().named("Château d'Yquem").available(null),
            aRedWine().named("Le <b>_*[Fou]*_</b> & Cie").available(false));

    private TelegramSimulator telegram;
    private Bot bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of()), shelf);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void firstContactInFrench() throws InterruptedException {
        Conversation chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);

        assertThat(chat.ask("/start", SOON).text())
                .startsWith("Bonjour! Ici SAQ Sommelier.")
                .contains("/search_pinot_noir");
        assertThat(chat.replyKeyboard().stream().flatMap(List::stream))
                .extracting(ReplyButton::text)
                .containsExactly(
                        "🔎 Recherche",
                        "🍷 Sommelier",
                        "✨ Nouveautés",
                        "🎲 Au hasard",
                        "🔔 Mes alertes",
                        "📍 Mes succursales",
                        "🌐 Langue",
                        "❓ Aide");
        assertThat(tap(chat, "🔎 Recherche").text()).startsWith("Que cherchez-vous?");
        assertThat(tap(chat, "❓ Aide").text()).startsWith("Comment ça marche");
        assertEverythingWasAccepted();
    }

    @Test
    void firstContactInEnglish() throws InterruptedException {
        Conversation chat = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);

        assertThat(chat.ask("/start", SOON).text()).startsWith("Hello! This is SAQ Sommelier.");
        assertThat(tap(chat, "🔎 Search").text()).startsWith("What are you looking for?");
        assertThat(tap(chat, "❓ Help").text()).startsWith("How it works");
        assertEverythingWasAccepted();
    }

    @Test
    void aClientThatDoesNotTellItsLanguageIsAnsweredInFrench() throws InterruptedException {
        assertThat(telegram.conversation(NOBODY)
                        .overlooking(InterimMessage::isOne)
                        .ask("/help", SOON)
                        .text())
                .startsWith("Comment ça marche");
    }

    @Test
    void aSearchShowsNamePriceAvailabilityAndLink() throws InterruptedException {
        ChatMessage found = telegram.conversation(CAMILLE)
                .overlooking(InterimMessage::isOne)
                .ask("/search château", SOON);

        assertThat(found.text())
                .startsWith("2 résultats pour «\u00a0château\u00a0»")
                .contains("1.\u00a0Château Talbot 2018\n1\u00a0624,75\u00a0$ · ✅ en ligne")
                .contains("2.\u00a0Château d'Yquem\n16,95\u00a0$ · ❔ disponibilité inconnue");
        assertThat(found.html()).contains("href=\"https://www.saq.com/fr/943\"");
        assertThat(telegram.conversation(ALEX)
                        .overlooking(InterimMessage::isOne)
                        .ask("château", SOON)
                        .text())
                .startsWith("2 results for “château”")
                .contains("Château Talbot 2018\n$1,624.75 · ✅ online");
        assertEverythingWasAccepted();
    }

    @Test
    void whatTelegramTreatsSpeciallyReachesTheChatAsTyped() throws InterruptedException {
        Conversation chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);

        assertThat(chat.ask("<b> _ * [ ` & \" &lt; 🍷", SOON).text())
                .contains("«\u00a0<b> _ * [ ` & \" &lt; 🍷\u00a0»");
        assertThat(chat.ask("fou", SOON).text()).contains("Le <b>_*[Fou]*_</b> & Cie\n16,95\u00a0$ · ⚪ pas en ligne");
        assertEverythingWasAccepted();
    }

    @Test
    void aGroupIsAnsweredWhenItAsks() throws InterruptedException {
        Conversation group = telegram.group(-100, "Les vins du vendredi", CAMILLE);
        long mark = group.mark();

        group.send("quel beau château");
        group.send("/search talbot");

        assertThat(group.awaitFromBot(mark, SOON).text()).contains("Château Talbot");
    }

    @Test
    void questionsFasterThanTelegramTakesAnswersAreAllAnswered() throws InterruptedException {
        Conversation chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        long mark = chat.mark();

        for (int n = 1; n <= 5; n++) {
            chat.send("bouteille " + n);
        }

        chat.awaitFromBot(mark, SOON, answer -> answer.text().contains("bouteille 5"));
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(5);
        assertThat(telegram.calls("sendMessage"))
                .as("the bot keeps Telegram's pace by itself")
                .extracting(CallRecord::status)
                .containsOnly(200);
    }

    @Test
    void anAnswerThatCannotBeDeliveredDoesNotSilenceTheBot() throws InterruptedException {
        telegram.failNext("sendMessage", 403, "Forbidden: bot was blocked by the user");
        Conversation chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        long mark = chat.mark();

        chat.send("talbot");
        chat.send("yquem");

        assertThat(chat.awaitFromBot(mark, SOON).text()).contains("Château d'Yquem");
    }

    private static ChatMessage tap(Conversation chat, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tapReply(button);
        return chat.awaitFromBot(mark, SOON);
    }

    private void assertEverythingWasAccepted() {
        List<CallRecord> calls = telegram.calls();
        assertThat(calls).extracting(CallRecord::status).containsOnly(200);
    }
}
