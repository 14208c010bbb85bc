package com.saqsommelier.simulator.telegram;

import java.time.Instant;
import java.util.Map;

/**
 * A call that the bot made.
 *
 * @param method as the bot wrote it: {@code sendMessage}
 * @param parameters text as it was, everything else as JSON; without the token
 * @param status of the answer; 0 where the connection was cut instead
 * @param description of the error, empty for a success
 * @param at when the answer was ready
 */
public record CallRecord(String method, Map<String, String> parameters, int status, String description, Instant at) {

    /** Copies the parameters. */
    public CallRecord {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter, or an empty text where it was absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
