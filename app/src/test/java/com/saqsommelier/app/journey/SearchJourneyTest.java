package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.ReplyButton;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a page of the stand-in for saq.com to an answer in a chat, through every part. */
@ExtendWith(RunningDemo.class)
@Timeout(60)
class SearchJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private static DemoSystem system;
    private static int people;

    @BeforeAll
    static void start(DemoSystem running) {
        system = running;
    }

    @AfterEach
    void telegramHasRefusedNothing() {
        assertThat(system.refused()).isEmpty();
    }

    @Test
    void everyPageOfTheSiteIsRead() {
        assertThat(system.crawl().inserted()).isEqualTo(300);
        assertThat(system.crawl().failed()).isZero();
    }

    @Test
    void aFrenchSpeakerFindsChateauWithoutTypingTheAccent() throws InterruptedException {
        ChatMessage found = someone("fr").ask("/search chateau", SOON);

        assertThat(found.text())
                .contains("pour «\u00a0chateau\u00a0»", "Château")
                .containsPattern("\n\\d{1,3}(\u00a0\\d{3})*,\\d{2}\u00a0\\$ · ")
                .containsPattern("✅ en ligne|⚪ pas en ligne");
    }

    @Test
    void anEnglishSpeakerIsAnsweredInEnglish() throws InterruptedException {
        ChatMessage found = someone("en").ask("/search chateau", SOON);

        assertThat(found.text())
                .contains("for “chateau”", "Château")
                .containsPattern("\n\\$\\d{1,3}(,\\d{3})*\\.\\d{2} · ")
                .containsPattern("✅ online|⚪ not online");
    }

    @Test
    void theNameOfABottleOpensItsPageInThePersonsLanguage() throws Exception {
        assertThat(pageBehindFirstLink(someone("fr"))).contains("<html lang=\"fr", "Château");
        assertThat(pageBehindFirstLink(someone("en"))).contains("<html lang=\"en", "Château");
    }

    @Test
    void startGreetsAndBringsTheMenu() throws InterruptedException {
        Conversation chat = someone("fr");

        assertThat(chat.ask("/start", SOON).text()).startsWith("Bonjour! Ici SAQ Sommelier.");
        assertThat(chat.replyKeyboard().getFirst())
                .extracting(ReplyButton::text)
                .containsExactly("🔎 Recherche", "🍷 Sommelier");
    }

    @Test
    void theExampleInTheWelcomeFindsSomethingWhenTapped() throws InterruptedException {
        assertThat(someone("fr").ask("/search_chateau", SOON).text()).contains("Château");
    }

    @Test
    void helpNamesTheCommands() throws InterruptedException {
        assertThat(someone("fr").ask("/help", SOON).text())
                .startsWith("Comment ça marche")
                .contains("/search", "/help", "/start");
    }

    @Test
    void plainTextWithATypoIsASearchThatFinds() throws InterruptedException {
        assertThat(someone("fr").ask("chateua", SOON).text()).contains("Château");
    }

    @Test
    void aWordThatNobodySellsIsAnsweredWithAdvice() throws InterruptedException {
        assertThat(someone("fr").ask("xyzzyplugh", SOON).text())
                .startsWith("Je n’ai rien trouvé pour «\u00a0xyzzyplugh\u00a0»");
    }

    @Test
    void whatTelegramTreatsSpeciallyReachesTheChatAsTyped() throws InterruptedException {
        assertThat(someone("fr").ask("<b>_*[🍷 & \" &lt;", SOON).text()).contains("«\u00a0<b>_*[🍷 & \" &lt;\u00a0»");
    }

    /** A new person each time, as one chat gets only so many messages a second. */
    private static Conversation someone(String language) {
        people++;
        return system.telegram()
                .conversation(new TelegramUser(2000 + people, "Camille", null, language))
                .overlooking(InterimMessage::isOne);
    }

    private static String pageBehindFirstLink(Conversation chat) throws Exception {
        String html = chat.ask("/search chateau", SOON).html();
        Matcher link = LINK.matcher(html);
        assertThat(link.find()).as("a link in %s", html).isTrue();
        URI address = URI.create(link.group(1));
        assertThat(address).hasPort(system.saq().baseUrl().getPort());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            return page.body();
        }
    }
}
