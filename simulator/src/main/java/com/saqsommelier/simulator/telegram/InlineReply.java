package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bot's answer to an inline query.
 *
 * @param cacheTime how long it may be given to others who ask the same; 300 s where the bot does not say
 * @param personal whether only to the same person
 * @param nextOffset what to ask for more; empty for no more
 * @param button shown above the results and leads into the chat with the bot; null for none
 * @see <a href="https://core.telegram.org/bots/api#answerinlinequery">answerInlineQuery</a>
 */
record InlineReply(
        List<InlineArticle> articles,
        Duration cacheTime,
        boolean personal,
        String nextOffset,
        @Nullable Button button) {

    private static final int MOST_RESULTS = 50;
    private static final int MOST_OFFSET_BYTES = 64;
    private static final long DEFAULT_CACHE_SECONDS = 300;

    InlineReply {
        articles = List.copyOf(articles);
    }

    /**
     * The button above the results.
     *
     * @see <a href="https://core.telegram.org/bots/api#inlinequeryresultsbutton">InlineQueryResultsButton</a>
     */
    record Button(String text, String startParameter) {}

    /**
     * Reads and checks an answer.
     *
     * @throws ApiException 400
     */
    static InlineReply parse(Parameters parameters) {
        JsonNode results = parameters.json("results", "can't parse JSON encoded inline query results");
        if (results == null || !results.isArray()) {
            throw ApiException.badRequest(
                    "can't parse inline query results: an Array of InlineQueryResult is expected");
        }
        if (results.size() > MOST_RESULTS) {
            throw ApiException.badRequest("RESULTS_TOO_MUCH");
        }
        List<InlineArticle> articles =
                results.valueStream().map(InlineArticle::parse).toList();
        Set<String> ids = new HashSet<>();
        if (!articles.stream().map(InlineArticle::id).allMatch(ids::add)) {
            throw ApiException.badRequest("RESULT_ID_DUPLICATE");
        }
        String nextOffset = parameters.text("next_offset");
        if (nextOffset.getBytes(StandardCharsets.UTF_8).length > MOST_OFFSET_BYTES) {
            throw ApiException.badRequest("NEXT_OFFSET_INVALID");
        }
        long seconds = parameters.integer("cache_time").orElse(DEFAULT_CACHE_SECONDS);
        return new InlineReply(
                articles,
                Duration.ofSeconds(Math.max(0, seconds)),
                parameters.flag("is_personal"),
                nextOffset,
                button(parameters));
    }

    private static @Nullable Button button(Parameters parameters) {
        JsonNode button = parameters.json("button", "can't parse inline query results button");
        if (button == null) {
            return null;
        }
        String text = button.path("text").asString("");
        String start = button.path("start_parameter").asString("");
        if (text.isBlank() || !start.matches("[A-Za-z0-9_-]{1,64}")) {
            throw ApiException.badRequest(text.isBlank() ? "BUTTON_TEXT_INVALID" : "START_PARAM_INVALID");
        }
        return new Button(text, start);
    }

    /** As the page shows it. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("next_offset", nextOffset);
        ArrayNode results = json.putArray("results");
        articles.forEach(article -> results.add(article.json()));
        if (button != null) {
            json.putObject("button").put("text", button.text()).put("start_parameter", button.startParameter());
        }
        return json;
    }
}
