package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose.
 *
 * @param userId the person
 * @param language {@code fr} or {@code en}; null where the choice is left to the channel
 * @param digest whether the weekly digest is wanted
 * @param paused whether nothing may be sent
 * @param stores ids of the preferred stores, the one chosen first first
 */
public record UserView(
        @JsonProperty("user_id") String userId,
        @Nullable String language,
        boolean digest,
        boolean paused,
        List<String> stores) {}
