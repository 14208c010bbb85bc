package com.saqsommelier.api;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses, as a whole.
 *
 * @param language {@code fr} or {@code en}; null to leave it to the channel
 * @param digest whether the weekly digest is wanted
 * @param paused whether nothing may be sent
 */
public record UserPreferences(
        @Pattern(regexp = "fr|en", message = "fr or en") @Nullable
        String language,

        boolean digest,
        boolean paused) {}
