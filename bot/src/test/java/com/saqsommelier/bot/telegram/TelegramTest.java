package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.menu.Menu;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import com.saqsommelier.bot.telegram.Telegram.Outcome;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TelegramTest {

    private static final Reply REPLY = Reply.of(Html.escaped("a & b"));
    private static final Destination CHAT = new Destination(42, null);
    private static final String RETRY_AFTER_1 = "{\"retry_after\":1}";

    private final ScriptedTelegram server = new ScriptedTelegram();
    private final Telegram telegram = Telegram.connect(server.botApi());

    @AfterEach
    void close() {
        telegram.close();
        server.close();
    }

    @Test
    void anAnswerIsHtmlWithoutLinkPreviewsAndWithoutNulls() {
        telegram.send(CHAT, new Reply(REPLY.text(), Menu.keyboard(Messages.in(Language.FRENCH))));

        JsonNode sent = server.unread().getFirst();
        assertThat(sent.path("chat_id").asText()).isEqualTo("42");
        assertThat(sent.path("text").asText()).isEqualTo("a &amp; b");
        assertThat(sent.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(sent.path("link_preview_options").path("is_disabled").asBoolean())
                .isTrue();
        assertThat(sent.path("reply_markup").path("is_persistent").asBoolean()).isTrue();
        assertThat(sent.path("reply_markup").path("keyboard").get(0).toString())
                .isEqualTo("[{\"text\":\"🔎 Recherche\"},{\"text\":\"🍷 Sommelier\"}]");
        assertThat(sent.toString()).doesNotContain("null");
    }

    @Test
    void aForumTopicIsAnsweredInItself() {
        telegram.send(new Destination(-100, 5), REPLY);

        assertThat(server.unread().getFirst().path("message_thread_id").asInt()).isEqualTo(5);
    }

    @Test
    void anAnswerIsSentAgainWhenTelegramSaysSo() {
        server.failing("sendMessage", 429, "Too Many Requests: retry after 1", RETRY_AFTER_1);

        long begun = System.nanoTime();
        telegram.send(CHAT, REPLY);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(server.unread()).hasSize(1);
    }

    @Test
    void theFourthRefusalIsTheLast() {
        for (int n = 0; n < 4; n++) {
            server.failing("sendMessage", 429, "Too Many Requests: retry after 1", RETRY_AFTER_1);
        }

        telegram.send(CHAT, REPLY);

        assertThat(server.unread()).isEmpty();
    }

    @Test
    void nobodyWaitsForAnHour() {
        server.failing("sendMessage", 429, "Too Many Requests: retry after 3600", "{\"retry_after\":3600}");

        telegram.send(CHAT, REPLY);

        assertThat(server.unread()).isEmpty();
    }

    @Test
    void aPersonWhoBlockedTheBotIsLeftAlone() {
        server.failing("sendMessage", 403, "Forbidden: bot was blocked by the user", "{}");

        telegram.send(CHAT, REPLY);

        assertThat(server.unread()).isEmpty();
    }

    @Test
    void aRefusalIsNotRepeated() {
        server.failing("sendMessage", 400, "Bad Request: can't parse entities", "{}");

        telegram.send(CHAT, REPLY);
        telegram.send(CHAT, REPLY);

        assertThat(server.unread()).hasSize(1);
    }

    @Test
    void anAnswerThatTelegramFailedToTakeIsSentAgainALittleLater() {
        server.failing("sendMessage", 500, "Internal Server Error", "{}")
                .answering("sendMessage", 502, "<html>Bad Gateway</html>");

        telegram.send(CHAT, REPLY);

        assertThat(server.unread()).hasSize(1);
    }

    @Test
    void anAnswerWhoseConnectionIsCutAfterItWasWrittenIsNotSentTwice() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ServerSocket cutting = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Telegram cut = Telegram.connect(
                        new BotApi(ScriptedTelegram.TOKEN, URI.create("http://127.0.0.1:" + cutting.getLocalPort())))) {
            Thread server = Thread.ofVirtual().start(() -> takeAndCut(cutting, requests));

            cut.send(CHAT, REPLY);
            assertThat(cut.tell(43, REPLY)).isEqualTo(Outcome.DOUBTFUL);

            assertThat(server.isAlive()).isTrue();
            assertThat(requests).hasValue(2);
        }
    }

    /** Reads requests to their end, as a server that takes them, and says nothing. */
    private static void takeAndCut(ServerSocket server, AtomicInteger requests) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    InputStream in = socket.getInputStream();
                    StringBuilder read = new StringBuilder();
                    while (!read.toString().endsWith("}")) {
                        read.append((char) in.read());
                    }
                    requests.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void aServerThatIsGoneIsNotAnExceptionForTheCaller() {
        server.close();

        telegram.send(CHAT, REPLY);
    }

    @Test
    void whatIsToldHasANumberAndCanMakeNoSound() {
        assertThat(telegram.tell(1, REPLY, true).messageId()).isEqualTo(9);

        assertThat(server.unread().getFirst().path("disable_notification").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsToldIsTriedOnceAndItsOutcomeKnown() {
        server.failing("sendMessage", 429, "Too Many Requests: retry after 7", "{\"retry_after\":7}")
                .failing("sendMessage", 403, "Forbidden: bot was blocked by the user", "{}")
                .failing("sendMessage", 400, "Bad Request: can't parse entities", "{}")
                .failing("sendMessage", 500, "Internal Server Error", "{}");

        assertThat(telegram.tell(1, REPLY)).isEqualTo(Outcome.later(7));
        assertThat(telegram.tell(2, REPLY)).isEqualTo(Outcome.BLOCKED);
        assertThat(telegram.tell(3, REPLY)).isEqualTo(Outcome.FAILED);
        assertThat(telegram.tell(4, REPLY)).isEqualTo(Outcome.RETRY);
        server.close();
        try (Telegram unconnected = Telegram.connect(server.botApi())) {
            assertThat(unconnected.tell(5, REPLY)).as("it never arrived").isEqualTo(Outcome.RETRY);
        }
    }

    @Test
    void whatHadNoTurnInTimeIsNotSent() {
        assertThat(telegram.tell(1, REPLY, Instant.now().minusSeconds(1))).isEqualTo(Outcome.later(0));
        assertThat(telegram.correct(1, 5, REPLY, Instant.now().minusSeconds(1))).isEqualTo(Outcome.later(0));

        assertThat(server.unread()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeReadLeavesItInDoubt() {
        server.answering("sendMessage", 200, "{\"ok\":tr");

        assertThat(telegram.tell(1, REPLY)).isEqualTo(Outcome.DOUBTFUL);
    }

    @Test
    void aCorrectionThatIsThereAlreadyIsASuccess() {
        server.failing("editMessageText", 400, "Bad Request: message is not modified: on purpose", "{}")
                .failing("editMessageText", 400, "Bad Request: message to edit not found", "{}");

        assertThat(telegram.correct(1, 5, REPLY, Instant.MAX).messageId()).isEqualTo(5);
        assertThat(telegram.correct(1, 5, REPLY, Instant.MAX)).isEqualTo(Outcome.FAILED);
    }
}
