package com.saqsommelier.scraper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What reading the stock did.
 *
 * @param read products of which the online stock was read
 * @param stores products in single stores that were read
 * @param unknown products that are not in the catalogue yet
 * @param failed answers that could not be had or read; nothing is concluded from them
 * @param compared products of which an earlier reading could be compared
 * @param changed products among them that changed
 * @param endedEarly whether it ended before it was through, for a reason that may pass: an outage, a wall
 * @param held whether the readings wait for the operator, because so much at once is not believed
 * @param events events that were written
 * @param requests all requests, robots.txt and further tries included
 * @param bytes of all answers, decompressed
 * @param reason why it ended early or was held; null when neither is so
 */
public record AvailabilitySummary(
        int read,
        int stores,
        int unknown,
        int failed,
        long compared,
        long changed,
        @JsonProperty("ended_early") boolean endedEarly,
        boolean held,
        int events,
        int requests,
        long bytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

    /** What a job did that could not begin. */
    public static final AvailabilitySummary NOTHING =
            new AvailabilitySummary(0, 0, 0, 0, 0, 0, false, false, 0, 0, 0, null);

    /** The exit code of the job: 0 all well, 1 some failed, 2 nothing could be done, 3 refused for safety. */
    public int exitCode() {
        if (held) {
            return 3;
        }
        if (failed == 0 && reason == null) {
            return 0;
        }
        return read == 0 ? 2 : 1;
    }
}
