package com.saqsommelier.bot;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * An answer, ready to be sent.
 *
 * @param text at most {@link Html#LONGEST_MESSAGE} long
 * @param keyboard null leaves the keyboard of the chat as it is
 */
record Reply(Html text, @Nullable ReplyKeyboard keyboard) {

    static Reply of(Html text) {
        return new Reply(text, null);
    }
}
