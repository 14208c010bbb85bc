package com.saqsommelier.scraper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What reading the directory of stores did.
 *
 * @param stores stores that it lists
 * @param unreadable entries that name no store
 * @param complete whether it was read to its end, without change in between
 * @param closed stores that it no longer lists
 * @param closingRefused stores that it no longer lists and that are too many to believe it
 * @param requests all requests, robots.txt and further tries included
 * @param bytes of all answers, decompressed
 * @param reason what the operator should know; null when there is nothing
 */
public record StoreSummary(
        int stores,
        int unreadable,
        boolean complete,
        int closed,
        @JsonProperty("closing_refused") int closingRefused,
        int requests,
        long bytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

    /** What a job did that could not begin. */
    public static final StoreSummary NOTHING = new StoreSummary(0, 0, false, 0, 0, 0, 0, null);

    /** Whether it ended before it was through, for a reason that may pass: the directory changed while it was read. */
    public boolean endedEarly() {
        return reason != null && !complete && unreadable == 0;
    }

    /** The exit code of the job: 0 all well, 1 not all was read, 2 nothing could be done, 3 refused for safety. */
    public int exitCode() {
        if (closingRefused > 0) {
            return 3;
        }
        if (stores == 0) {
            return 2;
        }
        return complete ? 0 : 1;
    }
}
