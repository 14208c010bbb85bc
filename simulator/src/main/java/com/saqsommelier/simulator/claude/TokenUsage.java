package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens of a prompt, each in one of the three.
 *
 * @param input read at the full price
 * @param cacheWrite read and kept
 * @param cacheRead known from before
 */
record TokenUsage(int input, int cacheWrite, int cacheRead) {

    ObjectNode json(int output) {
        return Json.object()
                .put("input_tokens", input)
                .put("cache_creation_input_tokens", cacheWrite)
                .put("cache_read_input_tokens", cacheRead)
                .put("output_tokens", output)
                .put("service_tier", "standard");
    }
}
