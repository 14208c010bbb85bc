package com.saqsommelier.simulator.telegram;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the bot offers to post, as the person sees it.
 *
 * @param queryId of the query that it answers
 * @param results in the bot's order
 * @param nextOffset what to ask for more; empty for no more
 * @param button the label of the button above the results that leads to the bot; empty for none
 */
public record InlineAnswer(String queryId, List<Result> results, String nextOffset, String button) {

    /** Copies the results. */
    public InlineAnswer {
        results = List.copyOf(results);
    }

    /**
     * One result.
     *
     * @param description empty for none
     */
    public record Result(String id, String title, String description) {}

    static InlineAnswer of(JsonNode answer) {
        return new InlineAnswer(
                answer.path("inline_query_id").asString(""),
                answer.path("results")
                        .valueStream()
                        .map(result -> new Result(
                                result.path("id").asString(""),
                                result.path("title").asString(""),
                                result.path("description").asString("")))
                        .toList(),
                answer.path("next_offset").asString(""),
                answer.path("button").path("text").asString(""));
    }
}
