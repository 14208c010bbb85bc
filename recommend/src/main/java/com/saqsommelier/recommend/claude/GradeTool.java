package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.eval.Grade;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tool by which Claude grades an answer. Its schema is strict. The reason comes first, so that the score follows from
 * it.
 */
final class GradeTool {

    private static final int LONGEST_REASON = 600;

    private GradeTool() {}

    /** The tool with its schema; always the same. */
    static ClaudeRequest.Tool tool() {
        ObjectNode schema =
                JsonMapper.shared().createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("why").put("type", "string");
        ArrayNode scores = properties.putObject("score").put("type", "integer").putArray("enum");
        IntStream.rangeClosed(1, Grade.MOST).forEach(scores::add);
        schema.putArray("required").add("why").add("score");
        return new ClaudeRequest.Tool("grade", "Grades the answer of a sommelier.", schema);
    }

    /** The grade that the tool was called with; empty where it is none. */
    static Optional<Grade> read(JsonNode input) {
        int score = input.path("score").asInt(0);
        String why = Tag.plain(input.path("why").asString("")).strip();
        return score < 1 || score > Grade.MOST
                ? Optional.empty()
                : Optional.of(new Grade(score, why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why));
    }
}
