package com.saqsommelier.simulator.claude;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what the Messages API refuses.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Create a Message</a>
 */
final class RequestCheck {

    private static final Set<String> FIELDS = Set.of(
            "model",
            "messages",
            "max_tokens",
            "system",
            "stream",
            "tools",
            "tool_choice",
            "thinking",
            "output_config",
            "metadata",
            "stop_sequences",
            "service_tier",
            "temperature",
            "top_p",
            "top_k");

    private static final int MOST_OUTPUT = 128_000;

    private RequestCheck() {}

    /**
     * Checks a body.
     *
     * @param sampling whether the version of the API knows temperature, top_p and top_k
     * @throws ApiError when the body is not in order
     */
    static ModelRules check(JsonNode body, boolean sampling) {
        if (!body.isObject()) {
            throw ApiError.invalid("The request body is not valid JSON: an object is expected");
        }
        body.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw ApiError.invalid(field + ": Extra inputs are not permitted");
                });
        if (!body.path("model").isString()) {
            throw ApiError.invalid("model: Field required");
        }
        ModelRules rules = ModelRules.of(body.path("model").asString());
        JsonNode most = body.path("max_tokens");
        if (!most.isIntegralNumber()) {
            throw ApiError.invalid("max_tokens: Field required");
        }
        if (most.asInt() < 1 || most.asInt() > MOST_OUTPUT) {
            throw ApiError.invalid("max_tokens: " + most + " is not between 1 and " + MOST_OUTPUT);
        }
        system(body.path("system"));
        messages(body.path("messages"), rules);
        ToolCheck.check(body, rules);
        thinking(body, rules, sampling);
        return rules;
    }

    private static void system(JsonNode system) {
        if (system.isMissingNode() || system.isString()) {
            return;
        }
        if (!system.isArray()) {
            throw ApiError.invalid("system: Input should be a valid string or list");
        }
        system.forEach(block -> block("system", block));
    }

    private static void messages(JsonNode messages, ModelRules rules) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw ApiError.invalid("messages: at least one message is required");
        }
        String expected = "user";
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.path(i);
            String role = message.path("role").asString("");
            if (!role.equals("user") && !role.equals("assistant")) {
                throw ApiError.invalid("messages." + i + ".role: Input should be 'user' or 'assistant'");
            }
            if (!role.equals(expected)) {
                throw ApiError.invalid(
                        i == 0
                                ? "messages: first message must use the \"user\" role"
                                : "messages: roles must alternate between \"user\" and \"assistant\", but found multiple \""
                                        + role + "\" roles in a row");
            }
            content("messages." + i + ".content", message.path("content"));
            expected = role.equals("user") ? "assistant" : "user";
        }
        if (expected.equals("user") && !rules.samples()) {
            throw ApiError.invalid("This model does not support assistant message prefill."
                    + " The conversation must end with a user message.");
        }
    }

    private static void content(String where, JsonNode content) {
        if (content.isString()) {
            if (content.asString().isBlank()) {
                throw ApiError.invalid(where + ": text content blocks must be non-empty");
            }
            return;
        }
        if (!content.isArray() || content.isEmpty()) {
            throw ApiError.invalid(where + ": Field required");
        }
        content.forEach(block -> block(where, block));
    }

    private static void block(String where, JsonNode block) {
        if (!block.path("type").asString("").equals("text")) {
            throw ApiError.invalid(where + ": the stand-in reads text blocks only");
        }
        if (block.path("text").asString("").isBlank()) {
            throw ApiError.invalid(where + ": text content blocks must be non-empty");
        }
        JsonNode cache = block.path("cache_control");
        if (!cache.isMissingNode() && !cache.path("type").asString("").equals("ephemeral")) {
            throw ApiError.invalid(where + ".cache_control.type: Input should be 'ephemeral'");
        }
    }

    private static void thinking(JsonNode body, ModelRules rules, boolean sampling) {
        for (String parameter : Set.of("temperature", "top_p", "top_k")) {
            if (body.has(parameter) && !(rules.samples() && sampling)) {
                throw ApiError.invalid(parameter + ": non-default sampling parameters are not supported by this model");
            }
        }
        String thinking = body.path("thinking").path("type").asString("");
        if (thinking.equals("disabled") && !rules.stopsThinking()) {
            throw ApiError.invalid("thinking.type: thinking cannot be disabled for this model");
        }
        if (thinking.equals("enabled") && !rules.samples()) {
            throw ApiError.invalid("thinking.type: 'enabled' is not supported by this model; use 'adaptive'");
        }
        String choice = body.path("tool_choice").path("type").asString("");
        boolean forced = choice.equals("any") || choice.equals("tool");
        boolean thinks = thinking.isEmpty() ? !rules.samples() : !thinking.equals("disabled");
        if (forced && thinks) {
            throw ApiError.invalid("Thinking may not be enabled when tool_choice forces tool use.");
        }
    }
}
