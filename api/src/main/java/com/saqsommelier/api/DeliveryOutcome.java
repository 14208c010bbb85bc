package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to tell somebody something ended.
 *
 * @param outcome how it ended
 * @param retryAfter with {@code retry}: the pause in seconds that the channel asked for, up to a day; null for ours, which
 *     grows
 */
public record DeliveryOutcome(
        @NotNull(message = "one of sent, retry, blocked, failed")
        Outcome outcome,

        @JsonProperty("retry_after")
        @Schema(example = "5")
        @DecimalMin(value = "0", message = "seconds from 0 to 86400")
        @DecimalMax(value = "86400", message = "seconds from 0 to 86400")
        @Nullable
        Double retryAfter) {

    /** How it ended. */
    public enum Outcome {
        /** The channel accepted it. */
        @JsonProperty("sent")
        SENT,
        /** It failed in a way that may pass; it is claimed again after a pause. */
        @JsonProperty("retry")
        RETRY,
        /** The person does not want to hear from us; the person is paused. */
        @JsonProperty("blocked")
        BLOCKED,
        /** The channel will never accept it. */
        @JsonProperty("failed")
        FAILED
    }
}
