package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A wish for work.
 *
 * @param consumer who asks, for the operator; 1 to 100 characters
 * @param limit how many deliveries at most, 1 to 100; more where one person has more, as those of one person are never
 *     divided
 * @param waitSeconds how long to wait for the first one, 0 to 30; null for not at all
 */
public record ClaimRequest(
        @Schema(example = "bot-1")
        @NotNull(message = "1 to 100 characters")
        @Size(min = 1, max = 100, message = "1 to 100 characters")
        String consumer,

        @Min(value = 1, message = "a whole number from 1 to 100")
        @Max(value = 100, message = "a whole number from 1 to 100")
        int limit,

        @JsonProperty("wait_seconds")
        @Min(value = 0, message = "a whole number from 0 to 30")
        @Max(value = 30, message = "a whole number from 0 to 30")
        @Nullable
        Integer waitSeconds) {}
