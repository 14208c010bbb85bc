package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static com.saqsommelier.bot.fixture.Incoming.inGroup;
import static com.saqsommelier.bot.fixture.Incoming.privately;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.fixture.TelegramHtml;
import java.util.stream.IntStream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bot as a whole, against a Bot API server that can be told what to say. */
@Timeout(60)
class BotTest {

    private static final String UNREACHABLE = "Le catalogue ne répond pas pour le moment.";
    private static final String SORRY = "Désolé, quelque chose n’a pas fonctionné de mon côté.";

    private final ScriptedTelegram telegram = new ScriptedTelegram();
    private final Shelf shelf =
            Shelf.of(aRedWine().named("Château Talbot"), aRedWine().named("Mouton Cadet"));

    private @Nullable Bot bot;

    @AfterEach
    void close() {
        stop();
        telegram.close();
    }

    @Test
    void aSearchIsAnsweredInTheDrinkersLanguage() throws InterruptedException {
        start();
        telegram.write(privately("/search château").speaking("fr-CA"));
        assertThat(nextText()).contains("Château Talbot", "16,95\u00a0$", "✅ en ligne");

        telegram.write(privately("mouton").speaking("en"));
        assertThat(nextText()).contains("Mouton Cadet", "$16.95", "✅ online");
        stop();
        assertThat(shelf.queries())
                .containsExactly(
                        ProductQuery.words("château").at(1, 5),
                        ProductQuery.words("mouton").at(1, 5));
    }

    @Test
    void theFirstContactBringsTheMenu() throws InterruptedException {
        start();
        telegram.write(privately("/start"));
        JsonNode welcome = telegram.nextMessage();

        assertThat(welcome.path("text").asText()).startsWith("<b>Bonjour! Ici SAQ Sommelier.</b>");
        assertThat(welcome.path("reply_markup").toString()).contains("🔎 Recherche", "❓ Aide");
        telegram.write(privately("❓ Aide"));
        assertThat(nextText()).contains("<b>Les commandes</b>", "/search", "/help", "/start");
        telegram.write(privately("🔎 Recherche"));
        assertThat(nextText()).startsWith("Que cherchez-vous?");
    }

    @Test
    void aGroupGetsNoKeyboard() throws InterruptedException {
        start();
        telegram.write(inGroup("/start@SommelierBot").speaking("en"));
        JsonNode welcome = telegram.nextMessage();

        assertThat(welcome.path("chat_id").asText()).isEqualTo("-100");
        assertThat(welcome.path("text").asText()).startsWith("<b>Hello! This is SAQ Sommelier.</b>");
        assertThat(welcome.has("reply_markup")).isFalse();
    }

    @Test
    void badInputGetsAShortHelpfulAnswerOrSilence() throws InterruptedException {
        start();
        telegram.write(inGroup("just talking"));
        telegram.write(privately("I am a bot").fromABot());
        telegram.write(privately("x".repeat(201)));
        assertThat(nextText()).contains("compte 201 caractères, et je m’arrête à 200");
        telegram.write(privately("/champagne"));
        assertThat(nextText()).startsWith("Je ne connais pas cette commande.");
        telegram.write(privately().holding("contact", "{\"phone_number\":\"1\",\"first_name\":\"x\"}"));
        assertThat(nextText()).startsWith("Je ne lis que le texte");
        stop();
        assertThat(telegram.unread()).isEmpty();
    }

    @Test
    void aFailingCatalogueIsSaidKindlyAndTheNextSearchWorks() throws InterruptedException {
        shelf.unreachableOnce().answeringOnce(503).answeringOnce(400).failingOnce(new IllegalStateException("secret"));
        start();
        for (String expected : new String[] {UNREACHABLE, UNREACHABLE, SORRY, SORRY, "Mouton Cadet"}) {
            telegram.write(privately("mouton"));
            assertThat(nextText()).contains(expected).doesNotContain("secret", "Exception");
        }
    }

    @Test
    void messagesOfOneChatAreAnsweredInTheirOrder() throws InterruptedException {
        start();
        IntStream.range(0, 20).forEach(n -> telegram.write(privately("nothing " + n)));
        for (int n = 0; n < 20; n++) {
            assertThat(nextText()).contains("«\u00a0nothing " + n + "\u00a0»");
        }
    }

    @Test
    void strangersLearnTheirNumberOnce() throws InterruptedException {
        start(42L);
        telegram.write(privately("mouton").fromUser(66));
        assertThat(nextText()).contains("Ce sommelier est privé", "<code>66</code>");
        telegram.write(privately("mouton").fromUser(66));
        telegram.write(privately("mouton").fromUser(42));
        assertThat(nextText()).contains("Mouton Cadet");
        stop();
        assertThat(telegram.unread()).isEmpty();
        assertThat(shelf.queries()).hasSize(1);
    }

    @Test
    void theCommandsAreAnnouncedForEveryoneAndForBothLanguages() {
        start();

        assertThat(telegram.announcedCommands())
                .extracting(menu -> menu.path("scope").path("type").asText() + ":"
                        + menu.path("language_code").asText("everyone"))
                .containsExactly(
                        "default:everyone",
                        "all_private_chats:everyone",
                        "all_group_chats:everyone",
                        "default:fr",
                        "all_private_chats:fr",
                        "all_group_chats:fr",
                        "default:en",
                        "all_private_chats:en",
                        "all_group_chats:en");
        assertThat(telegram.announcedCommands().get(6).toString())
                .contains("{\"command\":\"search\",\"description\":\"search the catalogue\"}", "mystores");
        assertThat(telegram.announcedCommands().get(8).toString())
                .as("what is one's own has no place in a group's menu")
                .contains("\"search\"", "\"help\"")
                .doesNotContain("mystores", "alerts");
    }

    @Test
    void aRefusedListOfCommandsIsNoReasonNotToStart() throws InterruptedException {
        telegram.failing("setMyCommands", 400, "Bad Request: on purpose", "{}");
        start();
        telegram.write(privately("mouton"));
        assertThat(nextText()).contains("Mouton Cadet");
    }

    @Test
    void pollingGoesOnAfterAnError() throws InterruptedException {
        telegram.answering("getUpdates", 502, "<html>Bad Gateway</html>")
                .answering("getUpdates", 200, "{\"ok\":true,\"result\":[{\"update_id\":");
        start();
        telegram.write(privately("mouton"));
        assertThat(nextText()).contains("Mouton Cadet");
    }

    @ParameterizedTest
    @CsvSource({"getMe, 401, Unauthorized", "getMe, 404, Not Found"})
    void aRefusedTokenIsNamedAsTheCauseAndNotShown(String method, int status, String description) {
        telegram.failing(method, status, description, "{}");

        assertThatExceptionOfType(BotStartException.class)
                .isThrownBy(() -> Bot.start(telegram.settings(), shelf))
                .withMessage("Telegram refuses the bot's token (" + status + " " + description
                        + "). Compare it with what BotFather shows for /token.")
                .satisfies(BotTest::assertTokenIsNotShown);
    }

    @Test
    void anotherRefusalIsPassedOn() {
        telegram.failing("getMe", 500, "Internal Server Error", "{}");

        assertThatExceptionOfType(BotStartException.class)
                .isThrownBy(() -> Bot.start(telegram.settings(), shelf))
                .withMessage("Telegram did not let the bot start: 500 Internal Server Error");
    }

    @Test
    void anUnreachableTelegramIsNamedAsTheCause() {
        telegram.close();

        assertThatExceptionOfType(BotStartException.class)
                .isThrownBy(() -> Bot.start(telegram.settings(), shelf))
                .withMessageStartingWith("Telegram at " + telegram.settings().telegramUrl() + " does not answer (")
                .satisfies(BotTest::assertTokenIsNotShown);
    }

    private void start(Long... allowedUsers) {
        bot = Bot.start(telegram.settings(allowedUsers), shelf);
    }

    private void stop() {
        if (bot != null) {
            bot.close();
        }
    }

    private static void assertTokenIsNotShown(Throwable e) {
        assertThat(Throwables.getStackTrace(e)).doesNotContain(ScriptedTelegram.TOKEN);
    }

    private String nextText() throws InterruptedException {
        String text = telegram.nextMessage().path("text").asText();
        TelegramHtml.assertAccepted(text);
        return text;
    }
}
