package com.saqsommelier.recommend.conversation;

import com.saqsommelier.vocabulary.Language;

/**
 * A question of a person.
 *
 * @param person who asks, as {@code tg:123}; it chooses between versions of a prompt and is never sent to a model
 * @param text as it was typed
 * @param preferred the person's language, for questions that do not tell theirs
 * @param conversation what was said before it
 */
public record Question(String person, String text, Language preferred, Conversation conversation) {

    /** A question of somebody unknown at the beginning of a conversation. */
    public static Question of(String text, Language preferred) {
        return new Question("", text, preferred, Conversation.NEW);
    }
}
