package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to tell somebody something ended.
 *
 * @param outcome how it ended
 * @param retryAfter with {@code retry}: the pause in seconds that the channel asked for, up to a day; null for ours, which
 *     grows
 * @param messageId with {@code sent}: the message, as the channel numbers it; null where it is not known
 * @param consumer who claimed it; a {@code retry} of somebody whose lease is over changes nothing then; null for anybody
 * @param also further deliveries that the same message told, noted together with this one; null for none
 */
public record DeliveryOutcome(
        @NotNull(message = "one of sent, retry, blocked, failed")
        Outcome outcome,

        @JsonProperty("retry_after")
        @Schema(example = "5")
        @DecimalMin(value = "0", message = "seconds from 0 to 86400")
        @DecimalMax(value = "86400", message = "seconds from 0 to 86400")
        @Nullable
        Double retryAfter,

        @JsonProperty("message_id") @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "4711") @Nullable
        Long messageId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(example = "bot-1")
        @Size(max = 100, message = "up to 100 characters")
        @Nullable
        String consumer,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(example = "[18, 19]")
        @Size(max = 10_000, message = "up to 10000 ids")
        @Nullable
        List<@NotNull(message = "an id") Long> also) {

    /** Of one delivery, by whomever. */
    public DeliveryOutcome(Outcome outcome, @Nullable Double retryAfter) {
        this(outcome, retryAfter, null, null, null);
    }

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
