package com.saqsommelier.simulator.claude;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prefixes of prompts that were seen in the last five minutes. A prefix is everything, in the order tools, system,
 * messages, up to a block with {@code cache_control}; it is matched character by character, and one below the model's
 * minimum is not kept. Safe for use by several threads.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>
 */
final class PromptCache {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_BREAKPOINTS = 4;

    private final InstantSource clock;
    private final Map<String, Instant> known = new HashMap<>();

    PromptCache(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads a prompt and keeps what it marks. */
    synchronized TokenUsage read(ClaudeRequest request, ModelRules rules) {
        List<String> prefixes = new ArrayList<>();
        StringBuilder all = new StringBuilder(request.model());
        int model = all.length();
        for (JsonNode block : blocks(request.body())) {
            all.append(unmarked(block));
            if (block.has("cache_control")) {
                prefixes.add(all.toString());
            }
        }
        if (prefixes.size() > MOST_BREAKPOINTS) {
            throw ApiError.invalid(
                    "A maximum of 4 blocks with cache_control may be provided. Found " + prefixes.size());
        }
        Instant now = clock.instant();
        known.values().removeIf(last -> last.plus(KEPT).isBefore(now));
        int total = Tokens.of(all.substring(model));
        int hit = prefixes.stream()
                .filter(known::containsKey)
                .mapToInt(prefix -> Tokens.of(prefix.substring(model)))
                .max()
                .orElse(0);
        int marked = 0;
        for (String prefix : prefixes) {
            int tokens = Tokens.of(prefix.substring(model));
            if (tokens >= rules.cacheMinimum()) {
                known.put(prefix, now);
                marked = tokens;
            }
        }
        int read = Math.min(hit, marked);
        return new TokenUsage(total - marked, marked - read, read);
    }

    private static List<JsonNode> blocks(JsonNode body) {
        List<JsonNode> blocks = new ArrayList<>();
        body.path("tools").forEach(blocks::add);
        add(body.path("system"), blocks);
        body.path("messages").forEach(message -> add(message.path("content"), blocks));
        return blocks;
    }

    private static void add(JsonNode content, List<JsonNode> blocks) {
        if (content.isString()) {
            blocks.add(content);
        } else {
            content.forEach(blocks::add);
        }
    }

    private static String unmarked(JsonNode block) {
        if (block instanceof ObjectNode object && object.has("cache_control")) {
            ObjectNode copy = object.deepCopy();
            copy.remove("cache_control");
            return copy.toString();
        }
        return block.toString();
    }
}
