package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article among the results of an inline query: the only kind that the stand-in takes, as the others show files.
 *
 * @param id 1–64 bytes, unique within the answer
 * @param content what is posted when somebody chooses it
 * @param preview the link whose preview the posted message shows; null for none
 * @see <a href="https://core.telegram.org/bots/api#inlinequeryresultarticle">InlineQueryResultArticle</a>
 */
record InlineArticle(
        String id,
        String title,
        String description,
        FormattedText content,
        ReplyMarkup.@Nullable Inline markup,
        @Nullable String preview) {

    private static final int MOST_ID_BYTES = 64;
    private static final int LONGEST_TEXT = 4_096;

    /**
     * Reads one result.
     *
     * @throws ApiException 400
     */
    static InlineArticle parse(JsonNode result) {
        if (!result.isObject()) {
            throw refused("InlineQueryResult must be an Object");
        }
        String type = string(result, "type");
        if (!type.equals("article")) {
            throw refused(
                    type.isEmpty()
                            ? "type \"\" is unsupported for the inline query result"
                            : "the stand-in knows results of type article, not " + type);
        }
        String id = string(result, "id");
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MOST_ID_BYTES) {
            throw ApiException.badRequest("RESULT_ID_INVALID");
        }
        String title = string(result, "title");
        if (title.isBlank()) {
            throw ApiException.badRequest("ARTICLE_TITLE_EMPTY");
        }
        JsonNode message = result.path("input_message_content");
        if (!message.isObject()) {
            throw refused("Can't find field \"input_message_content\"");
        }
        Parameters content = Parameters.of(message);
        FormattedText text = MessageText.read(content, "message_text");
        if (text.text().length() > LONGEST_TEXT) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
        ReplyMarkup.Inline markup = ReplyMarkupParser.parseInline(result.get("reply_markup"))
                .map(ReplyMarkup.Inline.class::cast)
                .orElse(null);
        return new InlineArticle(
                id,
                title,
                string(result, "description"),
                text,
                markup,
                MessageText.preview(content, text).orElse(null));
    }

    /** As the page shows it in the list. */
    ObjectNode json() {
        return Json.object().put("id", id).put("title", title).put("description", description);
    }

    private static String string(JsonNode result, String field) {
        JsonNode value = result.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw refused("Field \"" + field + "\" must be of type String");
        }
        return value.stringValue();
    }

    private static ApiException refused(String why) {
        return ApiException.badRequest("can't parse inline query result: " + why);
    }
}
