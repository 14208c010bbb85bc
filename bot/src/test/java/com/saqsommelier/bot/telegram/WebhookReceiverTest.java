package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.objects.Update;

@Timeout(60)
class WebhookReceiverTest {

    private static final String SECRET = "s3cret_-";
    private static final URI PUBLIC = URI.create("https://example.com/hook");

    private final List<Integer> received = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean done = true;
    private WebhookReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = WebhookReceiver.start(new WebhookSettings(PUBLIC, "127.0.0.1", 0, SECRET), this::take);
    }

    @AfterEach
    void stop() {
        receiver.close();
        http.close();
    }

    @Test
    void an_update_with_the_secret_is_taken() throws Exception {
        assertThat(post("{\"update_id\":7}", SECRET)).isEqualTo(200);
        assertThat(received).containsExactly(7);
    }

    @Test
    void whoever_does_not_know_the_secret_is_turned_away_unheard() throws Exception {
        assertThat(post("{\"update_id\":7}", "s3cret_")).isEqualTo(401);
        assertThat(post("{\"update_id\":7}", "")).isEqualTo(401);
        assertThat(ask(HttpRequest.newBuilder(here()).GET(), null)).isEqualTo(401);
        assertThat(received).isEmpty();
    }

    @Test
    void what_is_no_update_is_refused() throws Exception {
        assertThat(post("{\"update_id\":", SECRET)).isEqualTo(400);
        assertThat(post("{}", SECRET)).isEqualTo(400);
        assertThat(post("", SECRET)).isEqualTo(400);
        assertThat(post("null", SECRET)).isEqualTo(400);
        assertThat(ask(HttpRequest.newBuilder(here()).GET(), SECRET)).isEqualTo(405);
        assertThat(received).isEmpty();
    }

    @Test
    void an_update_that_cannot_be_read_is_acknowledged_so_that_the_next_one_comes() throws Exception {
        assertThat(post("{\"update_id\":7,\"message\":{\"text\":\"x\"}}", SECRET))
                .isEqualTo(200);
        assertThat(post("{\"update_id\":8,\"callback_query\":{\"id\":[]}}", SECRET))
                .isEqualTo(200);
        assertThat(received).isEmpty();
        assertThat(post("{\"update_id\":9,\"something_new\":{\"id\":3000000000}}", SECRET))
                .isEqualTo(200);
        assertThat(received).containsExactly(9);
    }

    @Test
    void a_body_that_no_update_has_is_not_read_to_its_end() throws Exception {
        assertThat(post("{\"update_id\":7,\"x\":\"" + "x".repeat(WebhookReceiver.LARGEST_BODY) + "\"}", SECRET))
                .isEqualTo(413);
        assertThat(received).isEmpty();
    }

    @Test
    void what_another_process_is_at_is_to_come_again() throws Exception {
        done = false;

        assertThat(post("{\"update_id\":7}", SECRET)).isEqualTo(503);
    }

    @Test
    void a_port_that_is_taken_is_an_error() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> WebhookReceiver.start(
                        new WebhookSettings(PUBLIC, "127.0.0.1", receiver.port(), SECRET), this::take));
    }

    @Test
    void settings_that_telegram_would_refuse_are_refused_without_the_secret_in_the_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookSettings(PUBLIC, "127.0.0.1", 0, "se cret"))
                .withMessageNotContaining("se cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookSettings(URI.create("http://example.com"), "127.0.0.1", 0, SECRET));
        assertThat(new WebhookSettings(PUBLIC, "127.0.0.1", 0, SECRET))
                .asString()
                .doesNotContain(SECRET);
    }

    private CompletableFuture<Boolean> take(Update update) {
        received.add(update.getUpdateId());
        return CompletableFuture.completedFuture(done);
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + receiver.port() + "/hook");
    }

    private int post(String body, String secret) throws Exception {
        return ask(HttpRequest.newBuilder(here()).POST(BodyPublishers.ofString(body)), secret);
    }

    private int ask(HttpRequest.Builder request, @Nullable String secret) throws Exception {
        if (secret != null && !secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
