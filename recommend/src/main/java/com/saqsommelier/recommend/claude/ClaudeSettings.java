package com.saqsommelier.recommend.claude;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to ask Claude.
 *
 * @param apiKey is sent as {@code x-api-key}
 * @param baseUrl of the API, without a trailing slash
 * @param model as the API names it
 * @param dailyBudget dollars for a day by the clock of Montréal; empty for any number
 * @param prompts versions of the prompts, at least one; with several, each person has one of them
 * @param timeout for one call, from the connection to the last word
 */
public record ClaudeSettings(
        String apiKey,
        URI baseUrl,
        String model,
        Optional<BigDecimal> dailyBudget,
        List<String> prompts,
        Duration timeout) {

    /** The model where none is named: the cheapest and fastest, which suffices for both tasks. */
    public static final String USUAL_MODEL = "claude-haiku-5-5";

    /** How long a call may take where nothing else is said. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(8);

    /** Copies the list. */
    public ClaudeSettings {
        prompts = List.copyOf(prompts);
    }

    /** The usual model and prompts, without a budget. */
    public static ClaudeSettings of(String apiKey, URI baseUrl) {
        return new ClaudeSettings(
                apiKey, baseUrl, USUAL_MODEL, Optional.empty(), List.of(Prompts.NEWEST), USUAL_TIMEOUT);
    }

    /** The same with a budget for a day. */
    public ClaudeSettings costingAtMost(BigDecimal dollars) {
        return new ClaudeSettings(apiKey, baseUrl, model, Optional.of(dollars), prompts, timeout);
    }

    /** The same with these versions of the prompts. */
    public ClaudeSettings withPrompts(List<String> versions) {
        return new ClaudeSettings(apiKey, baseUrl, model, dailyBudget, versions, timeout);
    }

    /** The same with another patience. */
    public ClaudeSettings within(Duration limit) {
        return new ClaudeSettings(apiKey, baseUrl, model, dailyBudget, prompts, limit);
    }

    @Override
    public String toString() {
        return "ClaudeSettings[apiKey=set, baseUrl=" + baseUrl + ", model=" + model + ", dailyBudget=" + dailyBudget
                + ", prompts=" + prompts + ", timeout=" + timeout + "]";
    }
}
