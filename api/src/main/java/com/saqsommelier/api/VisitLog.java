package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that were given.
 *
 * @param visits the latest first
 */
public record VisitLog(List<Line> visits) {

    /**
     * A command.
     *
     * @param outcome null while it is handled, and for ever where the process was killed
     * @param milliseconds from its arrival to the end of the answer; null where there is no outcome
     */
    public record Line(
            @JsonProperty("user_id") String userId,
            String command,
            @JsonProperty("begun_at") Instant begunAt,
            @Nullable VisitOutcome outcome,
            @Nullable Long milliseconds) {}
}
