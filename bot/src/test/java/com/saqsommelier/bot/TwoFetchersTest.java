package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.telegram.WebhookSettings;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Two processes with one token: Telegram lets one fetch updates, and ends the question of the other with 409. */
@Timeout(90)
@Isolated("reads the log of the whole process")
class TwoFetchersTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Shelf shelf = Shelf.of(aRedWine().named("Château Talbot"));
    private final Logger logger = (Logger) LoggerFactory.getLogger("com.saqsommelier.bot.telegram.PollingConflict");
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel() == Level.ERROR) {
                errors.add(event.getFormattedMessage());
            }
        }
    };
    private TelegramSimulator telegram;
    private Conversation camille;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        camille = telegram.conversation(new TelegramUser(1001, "Camille", "camille", "fr"))
                .overlooking(InterimMessage::isOne);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        telegram.close();
    }

    @Test
    void whose_question_is_ended_says_what_to_do_and_goes_on_when_the_other_is_gone() throws InterruptedException {
        try (Bot first = Bot.start(settings(), shelf)) {
            assertThat(telegram.awaitPolls(1, SOON)).isTrue();
            try (Bot second = Bot.start(settings(), shelf)) {
                await().atMost(SOON).until(() -> !errors.isEmpty());
                assertThat(camille.ask("talbot", SOON).text()).contains("Château Talbot");
            }
            assertThat(camille.ask("talbot", SOON).text()).contains("Château Talbot");
            await().atMost(SOON).until(() -> camille.messages().getLast().fromBot());
        }

        assertThat(telegram.calls("getUpdates"))
                .anySatisfy(call -> assertThat(call.status()).isEqualTo(409));
        assertThat(errors)
                .as("each says it once a minute")
                .hasSizeBetween(1, 2)
                .allSatisfy(error -> assertThat(error)
                        .contains("a second time with the same token", "Stop one of them", "WEBHOOK_URL"));
        assertThat(camille.messages().stream().filter(ChatMessage::fromBot))
                .as("one answer to each question")
                .hasSize(2);
    }

    @Test
    void who_fetches_while_another_has_updates_brought_is_told_that_it_is_so() throws InterruptedException {
        try (Bot fetches = Bot.start(settings(), shelf)) {
            assertThat(telegram.awaitPolls(1, SOON)).isTrue();
            URI nobody = URI.create("http://127.0.0.1:9");
            try (Bot brought =
                    Bot.start(settings().with(new WebhookSettings(nobody, "127.0.0.1", 0, "s3cret")), shelf)) {
                await().atMost(SOON).until(() -> !errors.isEmpty());
            }
        }

        assertThat(errors).singleElement().asString().contains("has set a webhook", "start this one again");
    }

    private BotSettings settings() {
        return new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of());
    }
}
