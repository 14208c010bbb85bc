package com.saqsommelier.bot.digest;

import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;

/** Whether a person wants the weekly digest. */
public final class DigestAnswers {

    private final People people;

    /** The wishes of these people. */
    public DigestAnswers(People people) {
        this.people = people;
    }

    /** Whether it comes, with a button to change that. */
    public Reply show(ChatUser chatUser) {
        return shown(people.view(chatUser).digest(), chatUser.messages());
    }

    /** Another wish, and what it is now. */
    public Reply choose(CallbackAction.Digest tap, ChatUser chatUser) {
        return shown(people.digest(chatUser, tap.wanted()).digest(), chatUser.messages());
    }

    private static Reply shown(boolean wanted, Messages messages) {
        return new Reply(
                messages.say(wanted ? Phrase.DIGEST_WANTED : Phrase.DIGEST_UNWANTED),
                new Buttons()
                        .row(Buttons.tap(
                                messages.plain(wanted ? Phrase.BUTTON_DIGEST_STOP : Phrase.BUTTON_DIGEST_BEGIN),
                                new CallbackAction.Digest(!wanted)))
                        .markup());
    }
}
