package com.saqsommelier.bot.digest;

import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.telegram.Reply;

/** Whether a person wants the weekly digest. */
public final class DigestAnswers {

    private final People people;

    /** The wishes of these people. */
    public DigestAnswers(People people) {
        this.people = people;
    }

    /** Whether it comes, with a button to change that. */
    public Reply show(Drinker drinker) {
        return shown(people.view(drinker).digest(), drinker.messages());
    }

    /** Another wish, and what it is now. */
    public Reply choose(Tap.Digest tap, Drinker drinker) {
        return shown(people.digest(drinker, tap.wanted()).digest(), drinker.messages());
    }

    private static Reply shown(boolean wanted, Messages messages) {
        return new Reply(
                messages.say(wanted ? Phrase.DIGEST_WANTED : Phrase.DIGEST_UNWANTED),
                new Buttons()
                        .row(Buttons.tap(
                                messages.plain(wanted ? Phrase.BUTTON_DIGEST_STOP : Phrase.BUTTON_DIGEST_BEGIN),
                                new Tap.Digest(!wanted)))
                        .markup());
    }
}
