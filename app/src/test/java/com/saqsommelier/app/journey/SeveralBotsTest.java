package com.saqsommelier.app.journey;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.telegram.WebhookSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Several processes of one bot on one backend, as behind a webhook and a proxy that spreads the work. Here they are several
 * bots in one process, which share nothing but the backend.
 */
@Timeout(120)
class SeveralBotsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "s3cret";
    private static final String KEY = "the key";
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");

    private final Deque<Bot> bots = new ArrayDeque<>();
    private final Database database = TestDatabase.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private TelegramSimulator telegram;
    private Backend backend;
    private ApiClient api;

    @BeforeEach
    void start() throws IOException {
        Products products = new Products(database);
        for (int number = 1; number <= 12; number++) {
            products.store(aRedWine()
                    .sku(Integer.toString(100 + number))
                    .named("Château Numéro " + number)
                    .reading());
        }
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
        http.close();
    }

    @Test
    void a_button_that_one_made_is_answered_by_another_and_after_a_restart() throws Exception {
        begin(webhook());
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        ChatMessage list = camille.ask("château", SOON);
        assertThat(list.text()).startsWith("12 résultats");

        // Telegram brings to this one from now on; the first lives on.
        begin(webhook());
        ChatMessage second = tap(camille, list, "▶");
        assertThat(second.id()).isEqualTo(list.id());
        assertThat(second.text())
                .startsWith("12 résultats pour «\u00a0château\u00a0»")
                .contains("6.\u00a0");
        ChatMessage card = tap(camille, second, "6");
        String sku = card.text().replaceAll("(?s).*Code SAQ\u00a0: (\\d+).*", "$1");
        ChatMessage watched = tap(camille, card, "🔔 Suivre");
        assertThat(watched.buttonTexts()).contains("🔕 Ne plus suivre");

        bots.forEach(Bot::close);
        bots.clear();
        bots.push(Bot.start(settings(), api));
        ChatMessage third = tap(camille, second, "▶");
        assertThat(third.text()).contains("11.\u00a0", "12.\u00a0").doesNotContain("10.\u00a0");
        assertThat(camille.ask("/alerts", SOON).text()).contains("Vous suivez 1 bouteille");
        assertThat(tap(camille, watched, "🔕 Ne plus suivre").buttonTexts()).contains("🔔 Suivre");
        assertThat(camille.ask("/unwatch " + sku, SOON).text()).startsWith("Vous ne suiviez pas");
        bots.pop().close();

        assertThat(count("SELECT count(DISTINCT begun_by) FROM visits"))
                .as("processes that handled something")
                .isEqualTo(3);
        assertThat(telegram.calls())
                .filteredOn(call -> call.status() != 200 && call.status() != 429)
                .isEmpty();
    }

    @Test
    void an_update_that_two_get_at_once_is_answered_once() throws Exception {
        WebhookSettings one = webhook();
        WebhookSettings other = webhook();
        begin(one);
        begin(other);
        List<Conversation> people = Stream.of(2001L, 2002L, 2003L, 2004L, 2005L)
                .map(id -> telegram.conversation(new TelegramUser(id, "Alex", null, "en"))
                        .overlooking(InterimMessage::isOne))
                .toList();
        for (Conversation person : people) {
            assertThat(person.ask("/start", SOON).text()).startsWith("Hello!");
        }

        // Numbers that the stand-in does not come to.
        int number = 0;
        for (Conversation person : people) {
            number++;
            CompletableFuture<Integer> here = bring(one, number, person);
            CompletableFuture<Integer> there = bring(other, number, person);
            // 503 asks Telegram to come again: the one at work may die.
            assertThat(List.of(status(here), status(there)))
                    .contains(200)
                    .allSatisfy(status -> assertThat(status).isIn(200, 503));
            // It comes again until it is known to be done, which is noted a little after the answer.
            for (WebhookSettings bot : List.of(one, other)) {
                int same = number;
                await().atMost(SOON).until(() -> status(bring(bot, same, person)) == 200);
            }
        }

        for (Conversation person : people) {
            assertThat(person.messages().stream()
                            .map(ChatMessage::text)
                            .filter(text -> text.startsWith("How it works")))
                    .as("answers to one question")
                    .hasSize(1);
        }
        bots.forEach(Bot::close);
        bots.clear();
        assertThat(count("SELECT count(*) FROM visits WHERE command = 'help' AND outcome = 'answered'"))
                .isEqualTo(people.size());
    }

    /** A message as Telegram brings it to whoever holds the secret. */
    private CompletableFuture<Integer> bring(WebhookSettings bot, int number, Conversation person) {
        String update = """
                {"update_id": %d, "message": {"message_id": 900, "date": 1767000000, "text": "/help",
                  "chat": {"id": %2$d, "type": "private", "first_name": "Alex"},
                  "from": {"id": %2$d, "is_bot": false, "first_name": "Alex", "language_code": "en"}}}
                """.formatted(number, person.chatId());
        HttpRequest request = HttpRequest.newBuilder(bot.address())
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(BodyPublishers.ofString(update))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static int status(CompletableFuture<Integer> answer) throws Exception {
        return answer.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static ChatMessage tap(Conversation chat, ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(message, button);
        return chat.awaitFromBot(mark, SOON);
    }

    private int count(String sql) {
        return database.jdbc().sql(sql).query(Integer.class).single();
    }

    private void begin(WebhookSettings webhook) {
        bots.push(Bot.start(settings().with(webhook), api));
    }

    private BotSettings settings() {
        return new BotSettings("42:test", telegram.baseUrl(), Set.of());
    }

    private static WebhookSettings webhook() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return new WebhookSettings(URI.create("http://127.0.0.1:" + port), "127.0.0.1", port, SECRET);
        }
    }
}
