package com.saqsommelier.core.person;

import java.time.ZoneId;
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
 * @param quiet when alerts wait; empty where they never do
 * @param zone where the person's clock hangs
 */
public record Person(
        String userId,
        Optional<String> language,
        boolean digest,
        boolean paused,
        List<String> stores,
        Optional<QuietHours> quiet,
        ZoneId zone) {

    /** Where people are who say nothing else: the whole of Québec but its easternmost coast keeps this time. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("America/Toronto");

    /** Somebody without quiet hours. */
    public Person(String userId, Optional<String> language, boolean digest, boolean paused, List<String> stores) {
        this(userId, language, digest, paused, stores, Optional.empty(), USUAL_ZONE);
    }

    /** Somebody who has chosen nothing yet. */
    public static Person unknown(String userId) {
        return new Person(userId, Optional.empty(), false, false, List.of());
    }
}
