package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way of the digest to a recipient.
 *
 * @param week whose digest it is
 * @param userId the recipient
 * @param consumer who claimed it
 * @param state what happened
 * @param part the number of the message, from 1
 * @param last whether it is the last one
 * @param retryAfter with {@code retry}: seconds until the next try, up to a day; null for half a minute
 * @param movedTo with {@code moved}: the recipient by its new number; else null
 */
public record DigestStep(
        @NotNull(message = "an ISO week, as 2026-W48")
        @Pattern(regexp = DigestApi.WEEK, message = "an ISO week, as 2026-W48")
        String week,

        @JsonProperty("user_id") @UserId String userId,

        @NotNull(message = "1 to 100 characters") @Size(min = 1, max = 100, message = "1 to 100 characters")
        String consumer,

        @NotNull(message = "one of begun, sent, retry, moved, blocked, failed")
        State state,

        @Min(value = 1, message = "a whole number from 1 to 1000")
        @Max(value = 1000, message = "a whole number from 1 to 1000")
        int part,

        boolean last,

        @JsonProperty("retry_after")
        @Schema(example = "30")
        @DecimalMin(value = "0", message = "seconds from 0 to 86400")
        @DecimalMax(value = "86400", message = "seconds from 0 to 86400")
        @Nullable
        Double retryAfter,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonProperty("moved_to")
        @Schema(example = "tg:-1001234567890")
        @Pattern(regexp = UserId.PATTERN, message = "the channel and the id there, as tg:-123")
        @Nullable
        String movedTo) {

    /** A step of a recipient that has not moved. */
    public DigestStep(
            String week,
            String userId,
            String consumer,
            State state,
            int part,
            boolean last,
            @Nullable Double retryAfter) {
        this(week, userId, consumer, state, part, last, retryAfter, null);
    }

    /** What happened. */
    public enum State {
        /** The message is about to be sent. */
        @JsonProperty("begun")
        BEGUN,
        /** The channel accepted it. */
        @JsonProperty("sent")
        SENT,
        /** The channel certainly did not accept it, for a reason that may pass. */
        @JsonProperty("retry")
        RETRY,
        /** The group has another number now; the channel certainly did not accept the message. */
        @JsonProperty("moved")
        MOVED,
        /** The person does not want to hear from us; the person is paused. */
        @JsonProperty("blocked")
        BLOCKED,
        /** The channel will never accept it. */
        @JsonProperty("failed")
        FAILED
    }
}
