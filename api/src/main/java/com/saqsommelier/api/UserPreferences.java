package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses, as a whole.
 *
 * @param language {@code fr} or {@code en}; null to leave it to the channel
 * @param digest whether the weekly digest is wanted
 * @param paused whether nothing may be sent
 * @param quietHours when alerts wait, as {@code 22:00-08:00} by the person's clock, or {@code off}; null leaves it as it is
 * @param timeZone where the person's clock hangs, as the tz database names it; null leaves it as it is
 */
public record UserPreferences(
        @Pattern(regexp = LANGUAGES, message = LANGUAGES_TEXT) @Nullable
        String language,

        boolean digest,
        boolean paused,

        @JsonProperty("quiet_hours")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(example = "22:00-08:00")
        @Pattern(regexp = QUIET_HOURS, message = QUIET_HOURS_TEXT)
        @Nullable
        String quietHours,

        @JsonProperty("time_zone")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(example = "America/Toronto")
        @Size(min = 1, max = LONGEST_ZONE, message = ZONE_TEXT)
        @Nullable
        String timeZone) {

    static final String LANGUAGES = "fr|en";
    static final String LANGUAGES_TEXT = "fr or en";
    static final String QUIET_HOURS = "off|([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d";
    static final String QUIET_HOURS_TEXT = "two times of the day, as 22:00-08:00, or off";
    static final int LONGEST_ZONE = 64;
    static final String ZONE_TEXT = "a name of the tz database, as America/Toronto";

    /** Without a word about quiet hours. */
    public UserPreferences(@Nullable String language, boolean digest, boolean paused) {
        this(language, digest, paused, null, null);
    }
}
