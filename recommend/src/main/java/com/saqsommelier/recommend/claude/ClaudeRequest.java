package com.saqsommelier.recommend.claude;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to Claude's Messages API.
 *
 * @param prompt the system prompt, the same for every question so that it is cached
 * @param turn what is new: the person's words, or the bottles
 * @param tool what must be called; empty for an answer in words
 * @param mostTokens of the answer
 */
record ClaudeRequest(Prompt prompt, String turn, Optional<Tool> tool, int mostTokens) {

    /** Fewer characters than a token of French has on average with the newest tokenizers, so that counts are too high. */
    private static final double CHARACTERS_A_TOKEN = 2;

    /** Tokens that the API adds when there are tools; documented as some hundreds. */
    private static final int OF_TOOLS = 800;

    /** A tool with a strict schema. */
    record Tool(String name, String description, ObjectNode schema) {

        /** Whether an input has all that the schema requires; the library also reads the beginning of one that was cut. */
        boolean isWhole(JsonNode input) {
            return schema.path("required").valueStream().allMatch(field -> input.has(field.asString("")));
        }
    }

    /** Dollars that it can cost at most. */
    BigDecimal most(ClaudeModel model) {
        int characters = prompt.text().length()
                + turn.length()
                + tool.map(it -> it.schema().toString().length()).orElse(0);
        long input = (long) Math.ceil(characters / CHARACTERS_A_TOKEN) + OF_TOOLS;
        return model.cost(new Usage(0, mostTokens, input, 0));
    }
}
