package com.saqsommelier.simulator.telegram;

import org.jspecify.annotations.Nullable;

/**
 * How a message came about, where nobody simply wrote it.
 *
 * @param viaBot whether a person chose it among the bot's inline results
 * @param inlineMessageId by which the bot may edit it; null where it has no buttons, as Telegram gives none then
 * @param forwarded what it was first; null for a message of its own
 * @see <a href="https://core.telegram.org/bots/api#choseninlineresult">ChosenInlineResult</a>
 * @see <a href="https://core.telegram.org/bots/api#messageorigin">MessageOrigin</a>
 */
record Origin(
        boolean viaBot,
        @Nullable String inlineMessageId,
        @Nullable Post forwarded) {

    static final Origin WRITTEN = new Origin(false, null, null);

    static Origin chosenInline(@Nullable String inlineMessageId) {
        return new Origin(true, inlineMessageId, null);
    }

    /** A forwarded message of a bot's inline results still names the bot. */
    static Origin forwardOf(Post original) {
        Post first = original.origin().forwarded() == null
                ? original
                : original.origin().forwarded();
        return new Origin(original.origin().viaBot(), null, first);
    }
}
