package com.saqsommelier.bot.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * An answer, ready to be sent.
 *
 * @param text at most {@link Html#LONGEST_MESSAGE} long
 * @param keyboard null leaves the keyboard of the chat as it is
 * @param preview whether Telegram may show the page that the first link leads to
 */
public record Reply(Html text, @Nullable ReplyKeyboard keyboard, boolean preview) {

    /** Without a preview. */
    public Reply(Html text, @Nullable ReplyKeyboard keyboard) {
        this(text, keyboard, false);
    }

    /** Text alone. */
    public static Reply of(Html text) {
        return new Reply(text, null);
    }

    /** The buttons under the message; null where there are none. */
    @Nullable
    public InlineKeyboardMarkup buttons() {
        return keyboard instanceof InlineKeyboardMarkup inline ? inline : null;
    }

    /** In a group the keyboard below the chat would open on everyone's screen; the buttons under a message may stay. */
    public Reply forGroup() {
        return new Reply(text, buttons(), preview);
    }
}
