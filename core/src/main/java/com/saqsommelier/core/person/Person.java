package com.saqsommelier.core.person;

import java.util.List;
import java.util.Optional;

/**
 * What a person chose.
 *
 * @param userId channel and the id there: {@code tg:123}
 * @param language {@code fr} or {@code en}; empty where the choice is left to the channel
 * @param digest whether the weekly digest is wanted
 * @param paused whether nothing may be sent
 * @param stores ids of the stores that are preferred, the one chosen first first
 */
public record Person(String userId, Optional<String> language, boolean digest, boolean paused, List<String> stores) {

    /** Somebody who has chosen nothing yet. */
    public static Person unknown(String userId) {
        return new Person(userId, Optional.empty(), false, false, List.of());
    }
}
