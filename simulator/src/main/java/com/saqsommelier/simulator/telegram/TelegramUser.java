package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person who talks to the bot, as the Bot API's <a href="https://core.telegram.org/bots/api#user">User</a> shows them.
 *
 * @param id positive; also the id of their private chat with the bot
 * @param firstName what the person calls themself; empty for a deleted account, which has no name
 * @param username without the {@code @}; null for none
 * @param languageCode IETF tag of the person's client such as {@code fr}; null where the client does not tell
 */
public record TelegramUser(
        long id,
        String firstName,
        @Nullable String username,
        @Nullable String languageCode) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the id is not positive or the name is blanks
     */
    public TelegramUser {
        if (id <= 0) {
            throw new IllegalArgumentException("user id " + id + " is not positive");
        }
        if (!firstName.isEmpty() && firstName.isBlank()) {
            throw new IllegalArgumentException("first name is nothing but blanks");
        }
    }

    ObjectNode json() {
        ObjectNode user = Json.object().put("id", id).put("is_bot", false).put("first_name", firstName);
        if (username != null) {
            user.put("username", username);
        }
        if (languageCode != null) {
            user.put("language_code", languageCode);
        }
        return user;
    }
}
