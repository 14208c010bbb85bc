package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the backend in detail: what it answers from, and how old that is.
 *
 * @param status up when the database answers and the index follows it
 * @param database whether the database answers now
 * @param index the index that answers are given from
 */
@Schema(name = "DetailedHealth")
public record DetailedHealth(Health.Status status, DatabaseState database, IndexState index) {

    /**
     * The database.
     *
     * @param problem what is wrong and the usual cause; null when all is well
     */
    @Schema(name = "DatabaseState")
    public record DatabaseState(
            Health.Status status, @Nullable String problem) {}

    /**
     * The index.
     *
     * @param products how many it holds
     * @param revision the last change that it holds
     * @param currentAt when it was last known to hold everything that the database held
     * @param ageSeconds seconds since then; 0 or 1 while it follows
     * @param problem what keeps it from following; null when nothing does
     */
    @Schema(name = "IndexState")
    public record IndexState(
            int products,
            long revision,
            @JsonProperty("current_at") Instant currentAt,
            @JsonProperty("age_seconds") long ageSeconds,
            @Nullable String problem) {}
}
