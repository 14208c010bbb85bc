package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a person.
 *
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 * @param name by which the operator knows the person; null leaves it as it is
 */
public record AccessRequest(
        boolean allowed,

        @JsonProperty("decided_by") @UserId String decidedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(example = "Alex")
        @Size(min = 1, max = 60, message = "1 to 60 characters")
        @Nullable
        String name) {

    /** A decision that leaves the name as it is. */
    public AccessRequest(boolean allowed, String decidedBy) {
        this(allowed, decidedBy, null);
    }
}
