package com.saqsommelier.bot;

/** The first thing a person sees, with the menu. */
final class WelcomeReply {

    private WelcomeReply() {}

    static Reply in(Messages messages) {
        return new Reply(messages.say(Phrase.WELCOME), Menu.keyboard(messages));
    }
}
