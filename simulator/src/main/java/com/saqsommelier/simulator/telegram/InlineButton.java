package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A button under a message of the bot; it has either data, which a tap sends to the bot, or a URL, which a tap opens.
 *
 * @param text its label, not empty
 * @param callbackData 1–64 bytes of UTF-8, or null
 * @param url an http, https or tg address, or null
 * @see <a href="https://core.telegram.org/bots/api#inlinekeyboardbutton">InlineKeyboardButton</a>
 */
public record InlineButton(
        String text,
        @Nullable String callbackData,
        @Nullable String url) {

    /** The address that a tap opens; empty for a button with data. */
    public Optional<String> link() {
        return Optional.ofNullable(url);
    }

    /** What a tap sends to the bot; empty for a button with a URL. */
    public Optional<String> data() {
        return Optional.ofNullable(callbackData);
    }

    ObjectNode json() {
        ObjectNode button = Json.object().put("text", text);
        data().ifPresent(data -> button.put("callback_data", data));
        link().ifPresent(link -> button.put("url", link));
        return button;
    }
}
