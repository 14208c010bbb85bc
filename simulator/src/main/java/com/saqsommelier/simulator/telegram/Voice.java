package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * A voice message without its sound.
 *
 * @param seconds its length
 * @see <a href="https://core.telegram.org/bots/api#voice">Voice</a>
 */
public record Voice(int seconds) implements Attachment {

    @Override
    public void describe(ObjectNode message) {
        message.putObject("voice")
                .put("duration", seconds)
                .put("mime_type", "audio/ogg")
                .put("file_id", "voice-" + seconds)
                .put("file_unique_id", "v" + seconds)
                .put("file_size", 4_000L * seconds);
    }
}
