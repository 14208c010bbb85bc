package com.saqsommelier.simulator.claude;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A call that was in order.
 *
 * @param body as it was sent
 */
public record ClaudeRequest(JsonNode body) {

    /** The model that was asked for. */
    public String model() {
        return body.path("model").asString("");
    }

    /** Whether the answer is to be streamed. */
    public boolean streamed() {
        return body.path("stream").asBoolean(false);
    }

    /** The whole system prompt; empty where there is none. */
    public String system() {
        return text(body.path("system"));
    }

    /** The text of the last turn, which is the user's. */
    public String lastTurn() {
        JsonNode messages = body.path("messages");
        return text(messages.path(messages.size() - 1).path("content"));
    }

    /** The texts of all turns, first to last. */
    public List<String> turns() {
        return stream(body.path("messages"))
                .map(message -> text(message.path("content")))
                .toList();
    }

    /** The schema of the first tool; empty where there is none. */
    public Optional<JsonNode> toolSchema() {
        return stream(body.path("tools")).findFirst().map(tool -> tool.path("input_schema"));
    }

    /** The name of the first tool; empty where there is none. */
    public Optional<String> toolName() {
        return stream(body.path("tools"))
                .findFirst()
                .map(tool -> tool.path("name").asString(""));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static String text(JsonNode content) {
        return content.isString()
                ? content.asString()
                : stream(content).map(block -> block.path("text").asString("")).collect(Collectors.joining("\n"));
    }
}
