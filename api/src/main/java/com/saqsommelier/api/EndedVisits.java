package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * How commands ended.
 *
 * @param bot channel and number of the bot: {@code tg:42}
 * @param process which process of the bot handled them
 * @param visits 1 to 500
 */
public record EndedVisits(
        @UserId String bot,

        @NotNull(message = "1 to 100 characters") @Size(min = 1, max = 100, message = "1 to 100 characters")
        String process,

        @NotNull(message = "1 to 500 commands") @Size(min = 1, max = 500, message = "1 to 500 commands")
        List<@Valid Ended> visits) {

    /** Takes a copy. */
    public EndedVisits {
        visits = visits == null ? List.of() : List.copyOf(visits);
    }

    /**
     * How a command ended.
     *
     * @param noted whether its arrival was noted; one that was not is noted now
     * @param milliseconds from its arrival to the end of the answer
     */
    public record Ended(
            @JsonProperty("update_id") long updateId,
            @JsonProperty("user_id") @UserId String userId,

            @NotNull(message = "the name of a command, as search")
            @Pattern(regexp = VisitRequest.NAME, message = "the name of a command, as search")
            String command,

            @JsonProperty("begun_at") @NotNull(message = "a time, as 2026-01-05T08:00:00Z")
            Instant begunAt,

            boolean noted,

            @NotNull(message = "one of answered, turned_away, unavailable, failed")
            VisitOutcome outcome,

            @Min(value = 0, message = "milliseconds from 0 to 86400000")
            @Max(value = 86_400_000, message = "milliseconds from 0 to 86400000")
            long milliseconds) {}
}
