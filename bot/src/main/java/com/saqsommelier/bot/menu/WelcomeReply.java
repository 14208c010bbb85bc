package com.saqsommelier.bot.menu;

import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;

/** The first thing a person sees, with the menu. */
public final class WelcomeReply {

    private WelcomeReply() {}

    /** The welcome in a language. */
    public static Reply in(Messages messages) {
        return new Reply(messages.say(Phrase.WELCOME), Menu.keyboard(messages));
    }
}
