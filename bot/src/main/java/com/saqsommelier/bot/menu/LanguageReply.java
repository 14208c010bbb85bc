package com.saqsommelier.bot.menu;

import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.vocabulary.Language;

/** The choice of a language. */
public final class LanguageReply {

    private LanguageReply() {}

    /** The question in both languages, with a button for each. */
    public static Reply in(Messages messages) {
        return new Reply(
                messages.say(Phrase.LANGUAGE_WHICH),
                new Buttons()
                        .row(
                                Buttons.tap("Français", new CallbackAction.Speak(Language.FRENCH)),
                                Buttons.tap("English", new CallbackAction.Speak(Language.ENGLISH)))
                        .markup());
    }
}
