package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class ChatPageTest {

    private TelegramSimulator telegram;
    private BotClient bot;
    private HttpClient browser;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = new BotClient(telegram);
        browser = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        telegram.close();
        browser.shutdownNow();
        bot.close();
    }

    /** An event stream as a browser reads it. */
    private static final class Stream implements AutoCloseable {
        private final BufferedReader lines;
        private String id = "";
        private String name = "";

        Stream(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        JsonNode next() throws IOException {
            while (true) {
                String line = String.valueOf(lines.readLine());
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return Json.MAPPER.readTree(line.substring(6));
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private Stream open(long user, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(telegram.baseUrl().resolve("/chat/" + user + "/events"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Stream(browser.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = telegram.baseUrl().resolve(path);
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, Map<String, ?> body) {
        return bot.request(path, "application/json", Json.MAPPER.writeValueAsString(body))
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/?start=watch_1867, text/html",
        "/chat.css, text/css",
        "/chat.js, text/javascript",
        "/rendering.js, text/javascript",
        "/words.js, text/javascript",
        "/state.js, text/javascript",
        "/messages.js, text/javascript",
        "/composer.js, text/javascript",
        "/sidebar.js, text/javascript",
        "/sidebar.css, text/css",
        "/failures, application/json",
        "/actions, application/json",
        "/chats?user=1001, application/json",
        "/users, application/json"
    })
    void serves_the_page_and_its_parts(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type + ";charset=utf-8");
        assertThat(response.body()).isNotBlank();
    }

    @Test
    void the_page_asks_nothing_of_another_host() throws Exception {
        for (String path : List.of(
                "/",
                "/chat.css",
                "/sidebar.css",
                "/chat.js",
                "/state.js",
                "/messages.js",
                "/composer.js",
                "/sidebar.js",
                "/rendering.js",
                "/words.js")) {
            assertThat(get(path).body()).doesNotContain("http://", "https://", "@import");
        }
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
    }

    @Test
    void shows_the_whole_chat_first_and_then_what_happens() throws Exception {
        post("/chat/1001/messages", Map.of("text", "/start"));
        try (Stream stream = open(1001)) {
            JsonNode snapshot = stream.next();
            assertThat(stream.name).isEqualTo("snapshot");
            assertThat(snapshot.path("messages").path(0).path("text").asString())
                    .isEqualTo("/start");
            assertThat(snapshot.path("blocked").asBoolean()).isFalse();

            JsonNode sent = bot.call(
                            "sendMessage",
                            Map.of(
                                    "chat_id",
                                    1001,
                                    "text",
                                    "Bonjour",
                                    "reply_markup",
                                    Map.of("keyboard", List.of(List.of("Aide")))))
                    .result();
            JsonNode message = stream.next();
            assertThat(stream.name).isEqualTo("message");
            assertThat(message.path("message").path("text").asString()).isEqualTo("Bonjour");
            assertThat(message.path("keyboard")
                            .path("keyboard")
                            .path(0)
                            .path(0)
                            .path("text")
                            .asString())
                    .isEqualTo("Aide");

            bot.call("sendChatAction", Map.of("chat_id", 1001, "action", "typing"));
            assertThat(stream.next().path("action").asString()).isEqualTo("typing");
            bot.call("setMyCommands", Map.of("commands", List.of(Map.of("command", "help", "description", "Aide"))));
            assertThat(stream.next().path("commands").path(0).path("command").asString())
                    .isEqualTo("help");
            bot.call(
                    "deleteMessage",
                    Map.of(
                            "chat_id",
                            1001,
                            "message_id",
                            sent.path("message_id").asLong()));
            assertThat(stream.next().path("message_id")).isEqualTo(sent.path("message_id"));
            assertThat(stream.name).isEqualTo("deleted");
        }
    }

    @Test
    void a_browser_that_comes_back_misses_nothing() throws Exception {
        String last;
        try (Stream stream = open(1001)) {
            stream.next();
            post("/chat/1001/messages", Map.of("text", "un"));
            stream.next();
            last = stream.id;
        }
        post("/chat/1001/messages", Map.of("text", "deux"));
        post("/chat/1002/messages", Map.of("text", "not mine"));
        post("/chat/1001/messages", Map.of("text", "trois"));

        try (Stream stream = open(1001, "Last-Event-ID", last)) {
            assertThat(stream.next().path("message").path("text").asString()).isEqualTo("deux");
            assertThat(stream.next().path("message").path("text").asString()).isEqualTo("trois");
        }
        try (Stream stream = open(1001, "Last-Event-ID", "0.3")) {
            assertThat(stream.next().path("messages")).hasSize(3);
        }
    }

    @Test
    void a_tap_on_the_page_reaches_the_bot_and_the_answer_the_page() throws Exception {
        post("/chat/1001/messages", Map.of("text", "/start"));
        long message = bot.call(
                        "sendMessage",
                        Map.of(
                                "chat_id",
                                1001,
                                "text",
                                "x",
                                "reply_markup",
                                Map.of(
                                        "inline_keyboard",
                                        List.of(List.of(
                                                Map.of("text", "a", "callback_data", "1"),
                                                Map.of("text", "b", "url", "https://www.saq.com/"))))))
                .result()
                .path("message_id")
                .asLong();
        try (Stream stream = open(1001)) {
            stream.next();

            assertThat(post("/chat/1001/taps", Map.of("message_id", message, "row", 0, "column", 0)))
                    .isEqualTo(200);

            String tap = bot.call("getUpdates", Map.of("offset", -1))
                    .result()
                    .path(0)
                    .path("callback_query")
                    .path("id")
                    .asString();
            bot.call("answerCallbackQuery", Map.of("callback_query_id", tap, "text", "Fait"));
            JsonNode answer = stream.next();
            assertThat(answer.path("callback_query_id").asString()).isEqualTo(tap);
            assertThat(answer.path("text").asString()).isEqualTo("Fait");
        }
        assertThat(post("/chat/1001/taps", Map.of("message_id", message, "row", 0, "column", 1)))
                .isEqualTo(409);
        assertThat(post("/chat/1001/taps", Map.of("message_id", message, "row", 3, "column", 0)))
                .isEqualTo(404);
        assertThat(post("/chat/1001/taps", Map.of("message_id", 999, "row", 0, "column", 0)))
                .isEqualTo(404);
    }

    @Test
    void a_person_can_be_added_share_a_place_and_block_the_bot() {
        JsonNode added = bot.request("/users", "application/json", "{\"first_name\":\"Zoé\",\"language_code\":\"\"}")
                .body();
        long id = added.path("id").asLong();
        assertThat(added.toString()).isEqualTo("{\"id\":1003,\"is_bot\":false,\"first_name\":\"Zoé\"}");

        assertThat(post("/chat/" + id + "/location", Map.of("latitude", 46.8139, "longitude", -71.208)))
                .isEqualTo(200);
        assertThat(post("/chat/" + id + "/location", Map.of("latitude", 91, "longitude", 0)))
                .isEqualTo(400);
        assertThat(post("/chat/" + id + "/location", Map.of("latitude", 1))).isEqualTo(400);
        assertThat(post("/chat/" + id + "/blocked", Map.of("blocked", true))).isEqualTo(200);
        assertThat(post("/chat/" + id + "/messages", Map.of("text", "x"))).isEqualTo(409);
    }

    @Test
    void refuses_what_another_site_could_send() throws Exception {
        assertThat(bot.request("/chat/1001/messages", "text/plain", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(415);
        assertThat(bot.request("/chat/1001/messages", "application/x-www-form-urlencoded", "text=x")
                        .status())
                .isEqualTo(415);
        assertThat(telegram.conversation(new TelegramUser(1001, "Camille", null, "fr"))
                        .messages())
                .isEmpty();
    }

    @Test
    void refuses_what_makes_no_sense() throws Exception {
        assertThat(post("/chat/1001/messages", Map.of("text", " "))).isEqualTo(400);
        assertThat(post("/chat/1001/messages", Map.of("text", "x".repeat(4097))))
                .isEqualTo(400);
        assertThat(post("/chat/5/messages", Map.of("text", "x"))).isEqualTo(404);
        assertThat(post("/chat/1001/dance", Map.of())).isEqualTo(404);
        assertThat(post("/elsewhere", Map.of())).isEqualTo(404);
        assertThat(post("/chat/1001/messages", Map.of("text", "x", "user", 1002)))
                .isEqualTo(404);
        assertThat(bot.request("/users", "application/json", "{").status()).isEqualTo(400);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/chat/5/events").statusCode()).isEqualTo(404);
        assertThat(browser.send(
                                HttpRequest.newBuilder(telegram.baseUrl())
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }
}
