package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an answer as server-sent events, in the documented order.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/streaming">Streaming messages</a>
 */
final class EventStream {

    /** Characters in a piece of text; the genuine pieces are about as long. */
    private static final int PIECE = 12;

    private final OutputStream out;
    private final Duration pace;

    EventStream(OutputStream out, Duration pace) {
        this.out = out;
        this.pace = pace;
    }

    /**
     * Writes the events of a message.
     *
     * @param cut whether to stop in the middle of its text
     */
    void write(ObjectNode message, ClaudeReply reply, TokenUsage usage, boolean cut) throws IOException {
        ObjectNode begun = message.deepCopy();
        begun.putArray("content");
        begun.putNull("stop_reason").set("usage", usage.json(1));
        event("message_start", Json.object().set("message", begun));
        List<String> pieces = pieces(content(reply));
        boolean tool = reply instanceof ClaudeReply.ToolUse || reply instanceof ClaudeReply.BrokenToolUse;
        if (!(reply instanceof ClaudeReply.Refusal)) {
            ObjectNode block = (ObjectNode) message.path("content").path(0).deepCopy();
            if (tool) {
                block.putObject("input");
            } else {
                block.put("text", "");
            }
            event("content_block_start", Json.object().put("index", 0).set("content_block", block));
            event("ping", Json.object());
            for (int i = 0; i < pieces.size(); i++) {
                if (cut && i > pieces.size() / 2) {
                    return;
                }
                ObjectNode delta = tool
                        ? Json.object().put("type", "input_json_delta").put("partial_json", pieces.get(i))
                        : Json.object().put("type", "text_delta").put("text", pieces.get(i));
                event("content_block_delta", Json.object().put("index", 0).set("delta", delta));
                pause();
            }
            event("content_block_stop", Json.object().put("index", 0));
        }
        ObjectNode end = Json.object();
        end.putObject("delta").put("stop_reason", reply.stopReason()).putNull("stop_sequence");
        end.set("usage", usage.json(Tokens.of(content(reply))));
        event("message_delta", end);
        event("message_stop", Json.object());
    }

    static String content(ClaudeReply reply) {
        return switch (reply) {
            case ClaudeReply.Text text -> text.text();
            case ClaudeReply.ToolUse use -> use.input().toString();
            case ClaudeReply.BrokenToolUse use -> use.input();
            case ClaudeReply.Refusal refusal -> "";
            case ClaudeReply.CutShort cut -> cut.text();
        };
    }

    private void pause() throws IOException {
        if (pace.isPositive()) {
            try {
                Thread.sleep(pace);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The stand-in stops", e);
            }
        }
    }

    private void event(String type, ObjectNode fields) throws IOException {
        ObjectNode event = Json.object().put("type", type);
        event.setAll(fields);
        out.write(("event: " + type + "\ndata: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += PIECE) {
            pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
        }
        return pieces;
    }
}
