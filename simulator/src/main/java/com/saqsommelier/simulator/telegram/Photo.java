package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * A photo without its picture, such as of a label; the text of its message is its caption.
 *
 * @see <a href="https://core.telegram.org/bots/api#photosize">PhotoSize</a>
 */
public record Photo() implements Attachment {

    @Override
    public void describe(ObjectNode message) {
        message.putArray("photo")
                .addObject()
                .put("file_id", "photo-1")
                .put("file_unique_id", "p1")
                .put("file_size", 120_000)
                .put("width", 1280)
                .put("height", 960);
    }
}
