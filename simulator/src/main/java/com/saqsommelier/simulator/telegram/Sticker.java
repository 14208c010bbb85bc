package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * A sticker; the picture itself is not kept, the page shows its emoji large.
 *
 * @param emoji that the sticker stands for
 * @see <a href="https://core.telegram.org/bots/api#sticker">Sticker</a>
 */
public record Sticker(String emoji) implements Attachment {

    @Override
    public void describe(ObjectNode message) {
        message.putObject("sticker")
                .put("width", 512)
                .put("height", 512)
                .put("emoji", emoji)
                .put("is_animated", false)
                .put("is_video", false)
                .put("type", "regular")
                .put("file_id", "sticker-" + Integer.toHexString(emoji.hashCode()))
                .put("file_unique_id", Integer.toHexString(emoji.hashCode()))
                .put("file_size", 20_000);
    }
}
