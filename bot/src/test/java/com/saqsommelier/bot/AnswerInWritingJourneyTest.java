package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.fixture.WritingSommelier;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer of the sommelier that is written while the person watches, on the stand-in that refuses what Telegram refuses. */
@Timeout(60)
class AnswerInWritingJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ALL = 99;
    private static final int NEVER = 99;
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final String QUESTION = "/recommend un rouge";
    private static final String WRITING = "✍️ Je vous dis pourquoi…";

    private final Semaphore bits = new Semaphore(0);
    private final AtomicInteger asked = new AtomicInteger();
    private final Shelf shelf = Shelf.of(
            aRedWine().named("Premier").priced("15.00"),
            aRedWine().named("Deuxième").priced("16.00"),
            aRedWine().named("Troisième").priced("17.00"));
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
    void bottles_come_first_then_their_reasons_then_the_buttons_all_in_one_message() throws InterruptedException {
        writes(NEVER, false);
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        ChatMessage first = chat.ask(QUESTION, SOON);
        bits.release();
        ChatMessage second =
                chat.awaitFromBot(mark, SOON, message -> message.text().contains("Pour: un rouge"));
        bits.release(ALL);
        ChatMessage whole = chat.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(first.text())
                .contains("Premier", "15,00", "Deuxième", "Troisième", WRITING)
                .doesNotContain("Pour: un rouge");
        assertThat(first.buttonTexts()).isEmpty();
        assertThat(second.text()).contains("Troisième", WRITING).doesNotContainPattern("(?s)(Pour: un rouge.*){2}");
        assertThat(whole.id()).isEqualTo(first.id());
        assertThat(whole.text()).doesNotContain(WRITING).containsPattern("(?s)(Pour: un rouge.*){3}");
        assertThat(whole.buttonTexts()).containsExactly("1", "2", "3", "👍", "👎", "🔎 Chercher ces mots");
        assertOneAnswer(chat);
        telegram.awaitCalls("editMessageText", 2, SOON);
        List<CallRecord> changes = changes();
        assertThat(changes).hasSize(3);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(Duration.between(changes.get(i - 1).at(), changes.get(i).at()))
                    .as("no more than one change a second")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void an_answer_that_is_whole_at_once_is_one_message_too() throws InterruptedException {
        writes(NEVER, false);
        bits.release(ALL);
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        chat.send(QUESTION);
        ChatMessage whole = chat.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(whole.text()).doesNotContain(WRITING).containsPattern("(?s)(Pour: un rouge.*){3}");
        assertOneAnswer(chat);
    }

    @Test
    void an_answer_that_breaks_off_is_made_whole_in_the_same_message() throws InterruptedException {
        writes(1, false);
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        chat.ask(QUESTION, SOON);
        bits.release(ALL);
        ChatMessage whole = chat.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(whole.text()).doesNotContain(WRITING).containsPattern("(?s)(Pour: un rouge.*){3}");
        assertThat(whole.buttonTexts()).contains("👍", "👎");
        assertThat(asked).hasValue(1);
        assertOneAnswer(chat);
    }

    @Test
    void what_was_shown_of_an_answer_stays_when_there_is_nobody_to_make_it_whole() throws InterruptedException {
        writes(2, true);
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        chat.ask(QUESTION, SOON);
        bits.release(ALL);
        ChatMessage left = chat.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(left.text())
                .contains("Premier", "Deuxième", "Troisième")
                .doesNotContain(WRITING)
                .containsPattern("(?s)(Pour: un rouge.*){2}");
        assertThat(left.buttonTexts())
                .as("nobody keeps how half an answer was liked")
                .containsExactly("1", "2", "3");
        assertOneAnswer(chat);
    }

    @Test
    void a_group_is_shown_few_changes_as_each_counts_for_its_minute() throws InterruptedException {
        writes(NEVER, false);
        Conversation group = telegram.group(-100, "Les vins du vendredi", CAMILLE);
        long mark = group.mark();

        group.ask(QUESTION, SOON);
        bits.release();
        Thread.sleep(Duration.ofMillis(1_500)); // In the chat of one person the first reason is seen by then.
        bits.release(ALL);
        ChatMessage whole = group.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(whole.text()).containsPattern("(?s)(Pour: un rouge.*){3}");
        assertThat(telegram.awaitCalls("editMessageText", 1, SOON)).hasSize(1);
        assertOneAnswer(group);
    }

    @Test
    void what_telegram_refuses_of_a_part_is_made_good_by_the_whole() throws InterruptedException {
        writes(NEVER, false);
        telegram.failNext("editMessageText", 400, "Bad Request: message is not modified: the same");
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        chat.ask(QUESTION, SOON);
        bits.release();
        telegram.awaitCalls("editMessageText", 1, SOON);
        bits.release(ALL);
        ChatMessage whole = chat.awaitFromBot(mark, SOON, AnswerInWritingJourneyTest::hasButtons);

        assertThat(whole.text()).containsPattern("(?s)(Pour: un rouge.*){3}");
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(1);
    }

    @Test
    void a_first_part_that_telegram_refuses_is_not_tried_again_and_again() throws InterruptedException {
        writes(NEVER, false);
        telegram.failNext("sendMessage", 500, "Internal Server Error");
        Conversation chat = telegram.conversation(CAMILLE);
        long mark = chat.mark();

        chat.send(QUESTION);
        telegram.awaitCalls("sendMessage", 1, SOON);
        bits.release(ALL);
        ChatMessage whole = chat.awaitFromBot(mark, SOON);

        assertThat(whole.buttonTexts()).contains("👍");
        assertThat(telegram.awaitCalls("sendMessage", 2, SOON)).hasSize(2);
    }

    private void writes(int reasons, boolean breaks) {
        shelf.advisedBy(usual -> new WritingSommelier(usual, bits, reasons, breaks, asked));
    }

    private static boolean hasButtons(ChatMessage message) {
        return !message.buttonTexts().isEmpty();
    }

    private List<CallRecord> changes() {
        return Stream.concat(telegram.calls("sendMessage").stream(), telegram.calls("editMessageText").stream())
                .sorted(Comparator.comparing(CallRecord::at))
                .toList();
    }

    private void assertOneAnswer(Conversation chat) {
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(1);
        assertThat(telegram.calls()).extracting(CallRecord::status).containsOnly(200);
    }
}
