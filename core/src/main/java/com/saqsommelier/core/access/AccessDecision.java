package com.saqsommelier.core.access;

import java.time.Instant;

/**
 * An administrator's decision to allow or deny a person.
 *
 * @param userId channel and the id there: {@code tg:123}
 * @param allowed whether the person may come in
 * @param decidedBy user id of the administrator
 */
public record AccessDecision(String userId, boolean allowed, String decidedBy, Instant decidedAt) {}
