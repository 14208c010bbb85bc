package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Calls the Bot API as a bot would. */
final class BotClient implements AutoCloseable {

    static final String TOKEN = "4242:secret-token_1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    BotClient(TelegramSimulator telegram) {
        base = telegram.baseUrl();
    }

    record Answer(int status, JsonNode body) {

        String description() {
            return body.path("description").asString("");
        }

        JsonNode result() {
            return body.path("result");
        }
    }

    Answer call(String method, Map<String, ?> parameters) {
        return request("/bot" + TOKEN + "/" + method, "application/json", Json.MAPPER.writeValueAsString(parameters));
    }

    CompletableFuture<Answer> callLater(String method, Map<String, ?> parameters) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/bot" + TOKEN + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(parameters)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), Json.MAPPER.readTree(response.body())));
    }

    Answer request(String path, String contentType, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
