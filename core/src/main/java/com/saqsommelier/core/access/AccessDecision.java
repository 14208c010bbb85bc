package com.saqsommelier.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An administrator's decision to allow or deny a person.
 *
 * @param userId channel and the id there: {@code tg:123}
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 * @param name by which the operator knows the person; empty where none was given
 */
public record AccessDecision(
        String userId, boolean allowed, String decidedBy, Instant decidedAt, Optional<String> name) {

    /** A decision about somebody without a name. */
    public AccessDecision(String userId, boolean allowed, String decidedBy, Instant decidedAt) {
        this(userId, allowed, decidedBy, decidedAt, Optional.empty());
    }
}
