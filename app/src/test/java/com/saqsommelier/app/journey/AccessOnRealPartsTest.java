package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.telegram.WebhookSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who comes in, what is noted and what is erased: the bot and the backend in one piece, on PostgreSQL. */
@Timeout(120)
class AccessOnRealPartsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String KEY = "the key";
    private static final TelegramUser ADMIN = new TelegramUser(9, "Odile", "odile", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex", null, "en-CA");

    private final Deque<Bot> bots = new ArrayDeque<>();
    private final Database database = TestDatabase.fresh();
    private TelegramSimulator telegram;
    private Backend backend;
    private ApiClient api;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        bots.forEach(Bot::close);
        backend.close();
        database.close();
        telegram.close();
    }

    @Test
    void a_stranger_is_told_once_also_after_a_restart_and_let_in_without_one() throws InterruptedException {
        bot(closed());
        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        assertThat(alex.ask("/help", SOON).text()).contains("1002");
        bots.pop().close();
        bot(closed());
        alex.send("/help");
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        assertThat(odile.ask("/allow 1002", SOON).text()).contains("1002");

        assertThat(alex.ask("/help", SOON).text()).startsWith("How it works");
        assertThat(alex.messages().stream().filter(message -> message.text().contains("1002")))
                .hasSize(1);
    }

    @Test
    void a_person_who_is_forgotten_is_in_no_table_any_more() throws InterruptedException {
        bot(open());
        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        alex.ask("/start", SOON);
        api.users().put("tg:1002", new UserPreferences("fr", true, false));
        alex.ask("un rouge corsé", SOON);
        ChatMessage asked = alex.ask("/forget", SOON);

        long mark = alex.mark();
        alex.tap(asked, "🗑 Tout effacer");
        assertThat(alex.awaitFromBot(mark, SOON, message -> message.id() == asked.id())
                        .text())
                .contains("C’est effacé", "vos choix", "commandes notées");
        bots.pop().close();

        for (String table : List.of("people", "visits", "access", "watches", "recommendations")) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM " + table + " WHERE user_id = 'tg:1002'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void whoever_was_in_stays_in_while_the_backend_is_away_and_is_told_so_in_their_language()
            throws InterruptedException {
        bot(closed());
        api.users().put("tg:1002", new UserPreferences("fr", false, false));
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        odile.ask("/allow 1002", SOON);
        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        alex.ask("/start", SOON);
        backend.close();

        assertThat(alex.ask("/help", SOON).text()).startsWith("Comment ça marche");
        assertThat(alex.ask("mouton", SOON).text()).startsWith("Le catalogue ne répond pas");
        assertThat(odile.ask("/help", SOON).text()).startsWith("Comment ça marche");
        assertThat(telegram.conversation(new TelegramUser(77, "Nobody", null, "en"))
                        .overlooking(InterimMessage::isOne)
                        .ask("/help", SOON)
                        .text())
                .doesNotStartWith("How it works");
    }

    /** The second bot takes the webhook over from the first, which lives on, as behind a proxy. */
    @Test
    void an_update_that_comes_again_to_another_process_is_not_handled_again() throws Exception {
        bot(open().with(webhook()));
        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        alex.send("/start");
        assertThat(alex.awaitFromBot(0, SOON).text()).startsWith("Hello!");
        telegram.loseNextWebhookAnswer();
        alex.send("/help");
        assertThat(alex.awaitFromBot(0, SOON, message -> message.text().startsWith("How it works")))
                .isNotNull();
        bot(open().with(webhook()));

        alex.ask("/language", SOON);

        assertThat(alex.messages().stream().filter(ChatMessage::fromBot)).hasSize(3);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM visits WHERE user_id = 'tg:1002'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private void bot(BotSettings settings) {
        bots.push(Bot.start(settings, api));
    }

    private BotSettings open() {
        return new BotSettings("42:test", telegram.baseUrl(), Set.of()).administeredBy(Set.of(9L));
    }

    private BotSettings closed() {
        return new BotSettings("42:test", telegram.baseUrl(), Set.of(9L)).administeredBy(Set.of(9L));
    }

    private static WebhookSettings webhook() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return new WebhookSettings(URI.create("http://127.0.0.1:" + port), "127.0.0.1", port, "s3cret");
        }
    }
}
