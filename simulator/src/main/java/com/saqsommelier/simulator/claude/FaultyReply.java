package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a reply becomes when it goes wrong. */
final class FaultyReply {

    private static final String LIE =
            "Prenez plutôt le Château Imaginaire 1982, un merlot de Pomerol à 9,99 $ ; il en reste 12 bouteilles.";

    private FaultyReply() {}

    static ClaudeReply of(Fault fault, ClaudeReply reply) {
        return switch (fault) {
            case REFUSAL -> new ClaudeReply.Refusal();
            case TOO_LONG -> new ClaudeReply.CutShort(half(EventStream.content(reply)));
            case BROKEN_JSON ->
                reply instanceof ClaudeReply.ToolUse use
                        ? new ClaudeReply.BrokenToolUse(
                                use.name(), half(use.input().toString()))
                        : reply;
            case NONSENSE ->
                reply instanceof ClaudeReply.ToolUse use
                        ? new ClaudeReply.ToolUse(use.name(), nonsense(use.input()))
                        : new ClaudeReply.Text("mimsy were the borogoves");
            case LIE ->
                reply instanceof ClaudeReply.Text text
                        ? new ClaudeReply.Text(text.text().contains("[1]") ? lines() : LIE)
                        : reply;
            default -> reply;
        };
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static String lines() {
        return "[1] " + LIE + "\n[2] " + LIE + "\n[3] " + LIE + "\n[4] " + LIE + "\n[5] " + LIE + "\n";
    }

    /** Words that no catalogue knows, prices that cannot be, in fields that take any. */
    private static JsonNode nonsense(JsonNode input) {
        ObjectNode changed = Json.object();
        for (Map.Entry<String, JsonNode> field : input.properties()) {
            JsonNode value = field.getValue();
            if (Set.of("regions", "grapes", "food", "excluded").contains(field.getKey())) {
                changed.putArray(field.getKey()).add("Borogove").add("<b>Jabberwock</b>");
            } else if (field.getKey().endsWith("price")) {
                changed.put(field.getKey(), -7);
            } else {
                changed.set(field.getKey(), value);
            }
        }
        return changed;
    }
}
