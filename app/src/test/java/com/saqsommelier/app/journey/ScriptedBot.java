package com.saqsommelier.app.journey;

import com.saqsommelier.simulator.telegram.TelegramSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the Bot API one by one, for tests of the chat page that need a bot to do this or that. */
final class ScriptedBot implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private long confirmed;

    ScriptedBot(TelegramSimulator telegram) {
        base = telegram.baseUrl();
    }

    /** The result of a call; a missing node when it was refused. */
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/bot1:scripted/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters)))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("result");
    }

    /** The next update of a kind; others before it are passed over. */
    JsonNode await(String kind) throws Exception {
        while (true) {
            JsonNode updates = call("getUpdates", Map.of("offset", confirmed + 1, "timeout", 15, "limit", 1));
            if (updates.isEmpty()) {
                throw new AssertionError("no " + kind + " came");
            }
            JsonNode update = updates.get(0);
            confirmed = update.path("update_id").asLong();
            if (update.has(kind)) {
                return update.path(kind);
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
