package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Bot API server that this project did not write, from where {@code scripts/install-test-tools} puts it.
 *
 * @see <a href="https://www.npmjs.com/package/telegram-test-api">telegram-test-api</a>
 */
final class TelegramTestApi implements AutoCloseable {

    static final String TOKEN = "1:test-api";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Puts right two answers that no client of the documented API can read: a bot that is none, and a date in milliseconds. */
    private static final String SCRIPT = """
            const { response } = require("express");
            const json = response.json;
            response.json = function (body) {
              const result = body?.result;
              if (result?.username && result.is_bot === undefined) {
                result.is_bot = true;
              }
              if (result?.message_id && result.date > 1e11) {
                result.date = Math.floor(result.date / 1000);
              }
              return json.call(this, body);
            };
            const { TelegramServer } = require("telegram-test-api/lib/telegramServer");
            new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[1]), storeTimeout: 600 }).start();
            // Ends with the test, however that ends.
            process.stdin.on("end", () => process.exit()).resume();
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI uri;

    private TelegramTestApi(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts one. Skips the test where the package is not installed, and fails it there when {@code CI=true}. */
    static TelegramTestApi start() throws IOException {
        Path home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("saq-sommelier/telegram-test-api");
        boolean installed = Files.isDirectory(home.resolve("node_modules/telegram-test-api"));
        String message = "telegram-test-api is not in " + home + "; scripts/install-test-tools installs it";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(message).isTrue();
        }
        assumeTrue(installed, () -> "skipped: " + message);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder("node", "-e", SCRIPT, Integer.toString(port))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        TelegramTestApi api = new TelegramTestApi(process, URI.create("http://127.0.0.1:" + port));
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> api.call("bot" + TOKEN + "/getMe", JSON.createObjectNode())
                        .path("ok")
                        .booleanValue());
        return api;
    }

    URI uri() {
        return uri;
    }

    /** Somebody writes to the bot. */
    void write(long user, String language, String text) {
        ObjectNode message = message(user, language).put("text", text);
        if (text.startsWith("/")) {
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            message.putArray("entities")
                    .addObject()
                    .put("type", "bot_command")
                    .put("offset", 0)
                    .put("length", end);
        }
        call("sendMessage", message);
    }

    /** Somebody shares a place. */
    void share(long user, String language, double latitude, double longitude) {
        ObjectNode message = message(user, language);
        message.putObject("location").put("latitude", latitude).put("longitude", longitude);
        call("sendMessage", message);
    }

    /** Somebody taps the button whose label begins so, under the newest message of the bot that has one. */
    void tap(long user, String language, String label) {
        Said found = await(user, said -> said.button(label).isPresent());
        ObjectNode tap = JSON.createObjectNode()
                .put("botToken", TOKEN)
                .put("data", found.button(label).orElseThrow());
        ObjectNode from = message(user, language);
        tap.set("from", from.path("from"));
        ObjectNode message =
                tap.putObject("message").put("message_id", found.id()).put("text", found.text());
        message.set("chat", from.path("chat"));
        message.set("reply_markup", found.markup());
        message.put("date", Instant.now().getEpochSecond());
        call("sendCallback", tap);
    }

    /**
     * What the bot said, as it is after its edits.
     *
     * @param text with its HTML
     */
    record Said(long id, String text, JsonNode markup) {

        /** The data of the first inline button whose label begins so. */
        Optional<String> button(String label) {
            return markup.path("inline_keyboard")
                    .valueStream()
                    .flatMap(JsonNode::valueStream)
                    .filter(button -> button.path("text").asString("").startsWith(label) && button.has("callback_data"))
                    .map(button -> button.path("callback_data").asString())
                    .findFirst();
        }
    }

    /** The newest message of the bot to somebody that is as wanted, once there is one. */
    Said await(long user, Predicate<Said> wanted) {
        return Awaitility.await()
                .alias("what the bot said to " + user)
                .atMost(SOON)
                .until(() -> said(user).stream().filter(wanted).reduce((older, newer) -> newer), Optional::isPresent)
                .orElseThrow();
    }

    /** The newest message of the bot that contains a text, once there is one. */
    Said await(long user, String text) {
        return await(user, said -> said.text().contains(text));
    }

    List<Said> said(long user) {
        return call("getUpdatesHistory", JSON.createObjectNode().put("token", TOKEN))
                .path("result")
                .valueStream()
                .filter(each ->
                        each.path("message").path("chat_id").asString("").equals("" + user))
                .map(each -> new Said(
                        each.path("messageId").asLong(),
                        each.path("message").path("text").asString(""),
                        each.path("message").path("reply_markup")))
                .toList();
    }

    private static ObjectNode message(long user, String language) {
        ObjectNode message = JSON.createObjectNode().put("botToken", TOKEN);
        message.putObject("from")
                .put("id", user)
                .put("is_bot", false)
                .put("first_name", "Maude")
                .put("language_code", language);
        message.putObject("chat").put("id", user).put("first_name", "Maude").put("type", "private");
        return message.put("date", Instant.now().getEpochSecond());
    }

    private JsonNode call(String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/" + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("telegram-test-api does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
