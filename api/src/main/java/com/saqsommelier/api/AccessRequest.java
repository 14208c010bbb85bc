package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A decision about a person.
 *
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 */
public record AccessRequest(
        boolean allowed, @JsonProperty("decided_by") @UserId String decidedBy) {}
