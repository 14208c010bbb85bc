package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.Json;
import com.saqsommelier.simulator.http.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class WebhookTest {

    private final BlockingQueue<String> brought = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private TelegramSimulator telegram;
    private BotClient bot;
    private LocalServer receiver;
    private Conversation marie;
    private Conversation paul;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = new BotClient(telegram);
        receiver = LocalServer.start(0, this::receive);
        marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));
        paul = telegram.conversation(new TelegramUser(78, "Paul", null, "fr"));
    }

    @AfterEach
    void stop() {
        receiver.close();
        bot.close();
        telegram.close();
    }

    @Test
    void updates_are_brought_with_the_secret_that_was_given() throws InterruptedException {
        marie.send("avant");
        assertThat(bot.call("setWebhook", Map.of("url", here().toString(), "secret_token", "s3cret_-"))
                        .status())
                .isEqualTo(200);
        marie.send("après");

        assertThat(next()).isEqualTo("s3cret_- avant");
        assertThat(next()).isEqualTo("s3cret_- après");
    }

    @Test
    void getUpdates_conflicts_with_a_webhook_and_waiting_for_them_ends() throws Exception {
        CompletableFuture<BotClient.Answer> poll = bot.callLater("getUpdates", Map.of("timeout", 30));
        assertThat(telegram.awaitPolls(1, Duration.ofSeconds(10))).isTrue();

        bot.call("setWebhook", Map.of("url", here().toString()));

        assertThat(poll.get(10, TimeUnit.SECONDS).status()).isEqualTo(409);
        assertThat(bot.call("getUpdates", Map.of()).description())
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
        bot.call("deleteWebhook", Map.of());
        assertThat(bot.call("getUpdates", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void what_is_not_taken_is_brought_again_and_the_reason_can_be_read() throws InterruptedException {
        answers.addAll(List.of(500, 401));
        bot.call("setWebhook", Map.of("url", here().toString()));
        marie.send("un");
        marie.send("deux");

        assertThat(next()).isEqualTo(" un");
        assertThat(next()).isEqualTo(" un");
        assertThat(webhook().path("last_error_message").asString()).startsWith("Wrong response from the webhook: ");
        assertThat(webhook().path("last_error_date").isIntegralNumber()).isTrue();
        assertThat(next()).isEqualTo(" un");
        assertThat(next()).isEqualTo(" deux");
    }

    @Test
    void an_update_whose_answer_was_lost_comes_twice() throws InterruptedException {
        bot.call("setWebhook", Map.of("url", here().toString()));
        telegram.loseNextWebhookAnswer();
        marie.send("un");

        assertThat(next()).isEqualTo(" un");
        assertThat(next()).isEqualTo(" un");
    }

    @Test
    void a_slow_chat_does_not_hold_up_another_one() throws InterruptedException {
        bot.call("setWebhook", Map.of("url", here().toString()));
        marie.send("slow");
        marie.send("un");
        assertThat(next()).isEqualTo(" slow");

        paul.send("deux");

        assertThat(next()).isEqualTo(" deux");
        slow.countDown();
        assertThat(next()).isEqualTo(" un");
    }

    @Test
    void a_webhook_can_be_read_moved_and_removed_with_what_waits() {
        bot.call(
                "setWebhook",
                Map.of(
                        "url",
                        "https://example.com:8443/hook",
                        "max_connections",
                        7,
                        "allowed_updates",
                        List.of("message")));
        assertThat(webhook().path("url").asString()).isEqualTo("https://example.com:8443/hook");
        assertThat(webhook().path("max_connections").asInt()).isEqualTo(7);
        assertThat(webhook().path("allowed_updates").toString()).isEqualTo("[\"message\"]");

        bot.call("setWebhook", Map.of("url", ""));
        assertThat(webhook().path("url").asString("-")).isEmpty();
        marie.send("un");
        assertThat(webhook().path("pending_update_count").asInt()).isEqualTo(1);
        bot.call("deleteWebhook", Map.of("drop_pending_updates", true));
        assertThat(webhook().path("pending_update_count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/hook, s, An HTTPS URL must be provided",
        "https://example.com:8444/hook, s, Webhook can be set up only on ports",
        "nonsense, s, invalid webhook URL",
        "https://exa mple.com, s, invalid webhook URL",
        "https://example.com/hook, a b, unallowed characters"
    })
    void what_telegram_refuses_is_refused(String url, String secret, String reason) {
        BotClient.Answer answer = bot.call("setWebhook", Map.of("url", url, "secret_token", secret));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.description()).contains(reason);
    }

    private URI here() {
        return receiver.baseUrl().resolve("/hook");
    }

    private JsonNode webhook() {
        return bot.call("getWebhookInfo", Map.of()).result();
    }

    private String next() throws InterruptedException {
        return String.valueOf(brought.poll(20, TimeUnit.SECONDS));
    }

    private void receive(Exchange exchange) throws IOException {
        String text = Json.MAPPER
                .readTree(exchange.body())
                .path("message")
                .path("text")
                .asString("");
        brought.add(exchange.header("X-Telegram-Bot-Api-Secret-Token").orElse("") + " " + text);
        if (text.equals("slow")) {
            try {
                slow.await();
            } catch (InterruptedException closing) {
                return;
            }
        }
        Integer status = answers.poll();
        exchange.answer(status == null ? 200 : status);
    }
}
