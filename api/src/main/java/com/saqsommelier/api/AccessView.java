package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a person.
 *
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 * @param name by which the operator knows the person; null where none was given
 */
public record AccessView(
        @JsonProperty("user_id") String userId,
        boolean allowed,
        @JsonProperty("decided_by") String decidedBy,
        @JsonProperty("decided_at") Instant decidedAt,
        @Schema(example = "Alex") @Nullable String name) {

    /** A decision about somebody without a name. */
    public AccessView(String userId, boolean allowed, String decidedBy, Instant decidedAt) {
        this(userId, allowed, decidedBy, decidedAt, null);
    }
}
