package com.saqsommelier.simulator.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code reply_markup} and refuses what Telegram refuses.
 *
 * <p>Buttons of other kinds than {@code url} and {@code callback_data} are refused as unknown to the stand-in. Limits: 100
 * buttons, 64 bytes of data.
 *
 * @see <a href="https://core.telegram.org/bots/api#inlinekeyboardmarkup">InlineKeyboardMarkup</a>
 * @see <a href="https://core.telegram.org/bots/api#replykeyboardmarkup">ReplyKeyboardMarkup</a>
 */
final class ReplyMarkupParser {

    private static final int MOST_BUTTONS = 100;
    private static final int MOST_DATA_BYTES = 64;
    private static final List<String> OTHER_KINDS = List.of(
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");

    private ReplyMarkupParser() {}

    /**
     * Reads any markup.
     *
     * @return empty for none, or for one without buttons
     * @throws ApiException 400
     */
    static Optional<ReplyMarkup> parse(@Nullable JsonNode markup) {
        if (markup == null || markup.isNull()) {
            return Optional.empty();
        }
        if (!markup.isObject()) {
            throw ApiException.badRequest("object expected as reply markup");
        }
        if (markup.has("inline_keyboard")) {
            return inline(markup.get("inline_keyboard"));
        }
        if (markup.has("keyboard")) {
            return keyboard(markup);
        }
        if (markup.path("remove_keyboard").asBoolean(false)) {
            return Optional.of(new ReplyMarkup.Remove());
        }
        if (markup.path("force_reply").asBoolean(false)) {
            return Optional.of(new ReplyMarkup.ForceReply(placeholder(markup)));
        }
        return Optional.empty();
    }

    /**
     * Reads the markup of an edited message, which can only be inline.
     *
     * @throws ApiException 400
     */
    static Optional<ReplyMarkup> parseInline(@Nullable JsonNode markup) {
        Optional<ReplyMarkup> parsed = parse(markup);
        if (parsed.isPresent() && !(parsed.get() instanceof ReplyMarkup.Inline)) {
            throw ApiException.badRequest("inline keyboard expected");
        }
        return parsed;
    }

    private static Optional<ReplyMarkup> inline(JsonNode keyboard) {
        List<List<InlineButton>> rows = rows(keyboard, "inline_keyboard", ReplyMarkupParser::inlineButton);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ReplyMarkup.Inline(rows));
    }

    private static Optional<ReplyMarkup> keyboard(JsonNode markup) {
        List<List<ReplyButton>> rows = rows(markup.get("keyboard"), "keyboard", ReplyMarkupParser::replyButton);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyMarkup.Keyboard(
                        rows,
                        markup.path("is_persistent").asBoolean(false),
                        markup.path("one_time_keyboard").asBoolean(false),
                        placeholder(markup)));
    }

    private static <T> List<List<T>> rows(JsonNode keyboard, String field, Function<JsonNode, T> button) {
        if (!keyboard.isArray()) {
            throw ApiException.badRequest(
                    "can't parse reply keyboard markup JSON object: Field \"" + field + "\" must be of type Array");
        }
        List<List<T>> rows = new ArrayList<>();
        int count = 0;
        for (JsonNode row : keyboard) {
            if (!row.isArray()) {
                throw ApiException.badRequest("can't parse reply keyboard markup JSON object: "
                        + "Row of the reply keyboard must be an Array of KeyboardButton");
            }
            List<T> buttons = new ArrayList<>();
            row.forEach(one -> buttons.add(button.apply(one)));
            count += buttons.size();
            if (!buttons.isEmpty()) {
                rows.add(buttons);
            }
        }
        if (count > MOST_BUTTONS) {
            throw ApiException.badRequest("REPLY_MARKUP_TOO_LONG");
        }
        return rows;
    }

    private static InlineButton inlineButton(JsonNode button) {
        if (!button.isObject()) {
            throw inlineButtonError("InlineKeyboardButton must be an Object");
        }
        JsonNode text = button.get("text");
        if (text == null) {
            throw inlineButtonError("Can't find field \"text\"");
        }
        if (!text.isString()) {
            throw inlineButtonError("Field \"text\" must be of type String");
        }
        if (text.stringValue().isBlank()) {
            throw inlineButtonError("Inline keyboard button text must be non-empty");
        }
        for (String kind : OTHER_KINDS) {
            if (button.hasNonNull(kind)) {
                throw inlineButtonError("the stand-in knows url and callback_data, not " + kind);
            }
        }
        String url = string(button, "url");
        String data = string(button, "callback_data");
        // Several actions in one button: the documentation demands exactly one.
        if (url.isEmpty() == data.isEmpty()) {
            throw inlineButtonError("Text buttons are unallowed in the inline keyboard");
        }
        if (!url.isEmpty()) {
            return new InlineButton(text.stringValue(), null, checkedUrl(url));
        }
        if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
            throw ApiException.badRequest("BUTTON_DATA_INVALID");
        }
        return new InlineButton(text.stringValue(), data, null);
    }

    private static String checkedUrl(String url) {
        Links.complaint(url).ifPresent(complaint -> {
            throw ApiException.badRequest("inline keyboard button URL '" + url + "' is invalid: " + complaint);
        });
        return Links.checked(url).orElse(url);
    }

    private static ReplyButton replyButton(JsonNode button) {
        if (button.isString()) {
            return new ReplyButton(labelled(button.stringValue()), false);
        }
        JsonNode text = button.get("text");
        if (text == null) {
            throw replyButtonError("Can't find field \"text\"");
        }
        if (!text.isString()) {
            throw replyButtonError("Field \"text\" must be of type String");
        }
        return new ReplyButton(
                labelled(text.stringValue()), button.path("request_location").asBoolean(false));
    }

    private static String labelled(String text) {
        if (text.isBlank()) {
            throw replyButtonError("Keyboard button text must be non-empty");
        }
        return text;
    }

    private static String string(JsonNode button, String field) {
        JsonNode value = button.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw inlineButtonError("Field \"" + field + "\" must be of type String");
        }
        return value.stringValue();
    }

    private static @Nullable String placeholder(JsonNode markup) {
        JsonNode placeholder = markup.path("input_field_placeholder");
        return placeholder.isString() ? placeholder.stringValue() : null;
    }

    private static ApiException inlineButtonError(String what) {
        return ApiException.badRequest("can't parse inline keyboard button: " + what);
    }

    private static ApiException replyButtonError(String what) {
        return ApiException.badRequest("can't parse keyboard button: " + what);
    }
}
