package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A formatted stretch of a message.
 *
 * @param offset in UTF-16 code units from the start of the text
 * @param length in UTF-16 code units, positive
 * @param argument the URL of a text link, the language of a preformatted block or the id of a custom emoji
 */
record MessageEntity(
        EntityType type, int offset, int length, @Nullable String argument) {

    int end() {
        return offset + length;
    }

    ObjectNode json() {
        ObjectNode entity =
                Json.object().put("type", type.wireName()).put("offset", offset).put("length", length);
        if (argument != null) {
            switch (type) {
                case TEXT_LINK -> entity.put("url", argument);
                case PRE -> entity.put("language", argument);
                case CUSTOM_EMOJI -> entity.put("custom_emoji_id", argument);
                default -> {}
            }
        }
        return entity;
    }
}
