package com.saqsommelier.simulator.claude;

import tools.jackson.databind.JsonNode;

/** What the model answers. */
public sealed interface ClaudeReply {

    /** A text, with the stop reason {@code end_turn}. */
    record Text(String text) implements ClaudeReply {}

    /** A call of a tool, with the stop reason {@code tool_use}. Checked against the tool's schema where that is strict. */
    record ToolUse(String name, JsonNode input) implements ClaudeReply {}

    /** A tool's input that is no JSON. */
    record BrokenToolUse(String name, String input) implements ClaudeReply {}

    /** Nothing, with the stop reason {@code refusal}. */
    record Refusal() implements ClaudeReply {}

    /** The beginning of a text, with the stop reason {@code max_tokens}. */
    record CutShort(String text) implements ClaudeReply {}

    /** The API's word for why the model stopped. */
    default String stopReason() {
        return switch (this) {
            case Text text -> "end_turn";
            case ToolUse use -> "tool_use";
            case BrokenToolUse use -> "tool_use";
            case Refusal refusal -> "refusal";
            case CutShort cut -> "max_tokens";
        };
    }
}
