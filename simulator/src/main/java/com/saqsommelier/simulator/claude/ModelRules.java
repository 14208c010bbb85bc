package com.saqsommelier.simulator.claude;

import java.util.Map;

/**
 * What a model accepts.
 *
 * @param cacheMinimum tokens below which a prefix is not cached, without an error
 * @param forcesTools whether {@code tool_choice} may be {@code any} or {@code tool}
 * @param stopsThinking whether {@code thinking} may be {@code disabled}
 * @param samples whether temperature, top_p and top_k may be set, and the last turn may be the assistant's
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>
 * @see <a href="https://platform.claude.com/docs/en/about-claude/models/migration-guide">Migration guides</a>
 */
record ModelRules(int cacheMinimum, boolean forcesTools, boolean stopsThinking, boolean samples) {

    private static final Map<String, ModelRules> KNOWN = Map.of(
            "claude-haiku-5-5", new ModelRules(512, true, true, false),
            "claude-sonnet-5-5", new ModelRules(1024, false, false, false),
            "claude-opus-5-5", new ModelRules(512, false, false, false),
            "claude-fable-5-1", new ModelRules(512, false, false, false),
            "claude-sonnet-5", new ModelRules(1024, true, true, false),
            "claude-opus-5", new ModelRules(512, true, true, false),
            "claude-sonnet-4-6", new ModelRules(1024, true, true, true),
            "claude-haiku-4-5", new ModelRules(4096, true, true, true),
            "claude-haiku-4-5-20251001", new ModelRules(4096, true, true, true));

    /**
     * The rules of a model.
     *
     * @throws ApiError 404 where there is no such model
     */
    static ModelRules of(String model) {
        ModelRules rules = KNOWN.get(model);
        if (rules == null) {
            throw new ApiError(404, "not_found_error", "model: " + model, null);
        }
        return rules;
    }
}
