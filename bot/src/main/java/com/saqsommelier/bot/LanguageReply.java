package com.saqsommelier.bot;

/** The choice of a language. */
final class LanguageReply {

    private LanguageReply() {}

    static Reply in(Messages messages) {
        return new Reply(
                messages.say(Phrase.LANGUAGE_WHICH),
                new Buttons()
                        .row(
                                Buttons.tap("Français", new Tap.Speak(Language.FRENCH)),
                                Buttons.tap("English", new Tap.Speak(Language.ENGLISH)))
                        .markup());
    }
}
