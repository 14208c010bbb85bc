package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What was decided about a person.
 *
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 */
public record AccessView(
        @JsonProperty("user_id") String userId,
        boolean allowed,
        @JsonProperty("decided_by") String decidedBy,
        @JsonProperty("decided_at") Instant decidedAt) {}
