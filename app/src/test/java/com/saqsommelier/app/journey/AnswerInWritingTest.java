package com.saqsommelier.app.journey;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import com.saqsommelier.simulator.claude.Fault;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that Claude writes slowly, from the backend's stream to the chat: the bot and the backend on PostgreSQL. */
@Timeout(240)
class AnswerInWritingTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String KEY = "the key";
    private static final String QUESTION = "/recommend un rouge de Bordeaux à moins de 25 $";
    private static final String WRITING = "✍️ Je vous dis pourquoi…";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private TelegramSimulator telegram;
    private ClaudeSimulator claude;
    private Conversation chat;

    @BeforeEach
    void start() throws IOException {
        Database database = opened(TestDatabase.fresh());
        Products products = new Products(database);
        for (int number = 0; number < 8; number++) {
            products.store(aRedWine()
                    .sku(Integer.toString(101 + number))
                    .named("Château " + number)
                    .madeBy("Producteur " + number)
                    .priced((15 + number) + ".00")
                    .reading());
        }
        claude = opened(ClaudeSimulator.start(0, InstantSource.system(), Duration.ofMillis(50)));
        Backend backend = opened(Backend.start(
                new BackendSettings(0, Optional.of(KEY), true)
                        .asking(Optional.of(ClaudeSettings.of(ClaudeSimulator.KEY, claude.baseUrl())
                                .within(Duration.ofSeconds(40)))),
                database));
        telegram = opened(TelegramSimulator.start(0));
        opened(Bot.start(
                new BotSettings("1:demo", telegram.baseUrl(), Set.of()),
                new ApiClient(backend.baseUrl(), Optional.of(KEY))));
        chat = telegram.conversation(new TelegramUser(1001, "Camille", "camille", "fr"));
    }

    @AfterEach
    void stop() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    @Test
    void bottles_are_in_the_chat_while_claude_still_writes_why() throws InterruptedException {
        long mark = chat.mark();
        chat.send(QUESTION);
        ChatMessage part =
                chat.awaitFromBot(mark, SOON, message -> message.text().contains(WRITING));
        ChatMessage whole = chat.awaitFromBot(mark, SOON, AnswerInWritingTest::isWhole);

        assertThat(part.text()).contains("Château").contains("$");
        assertThat(part.buttonTexts()).isEmpty();
        assertThat(whole.id()).isEqualTo(part.id());
        assertThat(whole.text())
                .doesNotContain(WRITING, "Réponse simple")
                .containsPattern("(?s)(Il me plaît bien ici.*){3}");
        assertThat(telegram.calls()).extracting(CallRecord::status).containsOnly(200);

        long liked = chat.mark();
        String tap = chat.tap(whole, "👍");
        assertThat(chat.awaitAnswer(tap, liked, SOON).text()).isNotBlank();
    }

    @Test
    void claude_that_breaks_off_in_the_middle_of_a_reason_is_no_error_in_the_chat() throws InterruptedException {
        long mark = chat.mark();
        chat.send(QUESTION);
        chat.awaitFromBot(mark, SOON, AnswerInWritingTest::isWhole);
        long second = chat.mark();
        // Understanding is known by heart the second time; so the cut is in the reasons for other bottles.
        claude.fail(Fault.CUT);

        chat.send("un autre");
        ChatMessage whole = chat.awaitFromBot(second, SOON, AnswerInWritingTest::isWhole);

        assertThat(whole.text()).contains("Château").doesNotContain(WRITING);
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(2);
    }

    private static boolean isWhole(ChatMessage message) {
        return message.buttonTexts().contains("👍");
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
