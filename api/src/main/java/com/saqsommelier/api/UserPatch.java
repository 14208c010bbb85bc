package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of some of the {@link UserPreferences} of a person; what is null stays as it is.
 *
 * @param language {@code fr} or {@code en}
 * @param digest whether the weekly digest is wanted
 * @param paused whether nothing may be sent
 * @param quietHours when alerts wait, as {@code 22:00-08:00} by the person's clock, or {@code off}
 * @param timeZone where the person's clock hangs, as the tz database names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserPatch(
        @Pattern(regexp = UserPreferences.LANGUAGES, message = UserPreferences.LANGUAGES_TEXT) @Nullable
        String language,

        @Nullable Boolean digest,
        @Nullable Boolean paused,

        @JsonProperty("quiet_hours")
        @Schema(example = "22:00-08:00")
        @Pattern(regexp = UserPreferences.QUIET_HOURS, message = UserPreferences.QUIET_HOURS_TEXT)
        @Nullable
        String quietHours,

        @JsonProperty("time_zone")
        @Schema(example = "America/Toronto")
        @Size(min = 1, max = UserPreferences.LONGEST_ZONE, message = UserPreferences.ZONE_TEXT)
        @Nullable
        String timeZone) {

    /** A change that leaves everything as it is, to be narrowed by the other methods. */
    public static UserPatch nothing() {
        return new UserPatch(null, null, null, null, null);
    }

    /** With this language, {@code fr} or {@code en}. */
    public UserPatch withLanguage(String code) {
        return new UserPatch(code, digest, paused, quietHours, timeZone);
    }

    /** With or without the weekly digest. */
    public UserPatch withDigest(boolean wanted) {
        return new UserPatch(language, wanted, paused, quietHours, timeZone);
    }

    /** Paused or not. */
    public UserPatch withPaused(boolean nothingSent) {
        return new UserPatch(language, digest, nothingSent, quietHours, timeZone);
    }

    /** With these quiet hours and this zone, as the contract writes them; null leaves either as it is. */
    public UserPatch withQuietHours(@Nullable String hours, @Nullable String zone) {
        return new UserPatch(language, digest, paused, hours, zone);
    }
}
