package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a bot is, as it says itself.
 *
 * @param status down while Telegram does not answer it
 * @param problem what is wrong and the usual cause, at most 500 characters; null when all is well
 */
@Schema(name = "BotState")
public record BotState(
        @NotNull Health.Status status,

        @Nullable @Size(max = LONGEST_PROBLEM) String problem) {

    /** Characters that a problem may have. */
    public static final int LONGEST_PROBLEM = 500;
}
