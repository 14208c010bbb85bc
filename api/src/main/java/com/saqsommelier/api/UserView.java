package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
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
 * @param quietHours when alerts wait, as {@code 22:00-08:00} by the person's clock; null where they never do
 * @param timeZone where the person's clock hangs, as the tz database names it
 */
public record UserView(
        @JsonProperty("user_id") String userId,
        @Nullable String language,
        boolean digest,
        boolean paused,
        List<String> stores,

        @JsonProperty("quiet_hours") @Schema(example = "22:00-08:00") @Nullable
        String quietHours,

        @JsonProperty("time_zone") @Schema(example = "America/Toronto")
        String timeZone) {

    /** Without quiet hours, in Montréal. */
    public UserView(String userId, @Nullable String language, boolean digest, boolean paused, List<String> stores) {
        this(userId, language, digest, paused, stores, null, "America/Toronto");
    }
}
