package com.saqsommelier.app.journey;

import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.vocabulary.Language;
import java.util.Arrays;

/** What the bot says while it looks for an answer; on a slow machine it must not be taken for the answer. */
public final class InterimMessage {

    private InterimMessage() {}

    /** Whether a message is one. */
    public static boolean isOne(ChatMessage message) {
        return Arrays.stream(Language.values())
                .anyMatch(language ->
                        Messages.in(language).plain(Phrase.ONE_MOMENT).equals(message.text()));
    }
}
