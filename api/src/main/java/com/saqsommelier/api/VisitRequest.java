package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A command that arrived at a bot.
 *
 * @param bot channel and number of the bot: {@code tg:42}
 * @param updateId the number that the channel gave it; the same one is handled once
 * @param userId whose it is
 * @param command its name in lower case: {@code search}
 * @param process which process of the bot asks; 1 to 100 characters, other at each start
 * @param alone whether no other process can be handling updates of this bot
 * @param listed whether the person may come in by the bot's own settings
 */
public record VisitRequest(
        @UserId String bot,

        @JsonProperty("update_id") long updateId,

        @JsonProperty("user_id") @UserId String userId,

        @NotNull(message = "the name of a command, as search")
        @Pattern(regexp = NAME, message = "the name of a command, as search")
        String command,

        @NotNull(message = "1 to 100 characters") @Size(min = 1, max = 100, message = "1 to 100 characters")
        String process,

        boolean alone,
        boolean listed) {

    /** What somebody types elsewhere; a stranger who does only that is not told, and has the one time a day left. */
    public static final String INLINE = "inline";

    /** How a command is named. */
    static final String NAME = "[a-z_]{1,40}";
}
