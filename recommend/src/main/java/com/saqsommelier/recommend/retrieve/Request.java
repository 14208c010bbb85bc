package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.vocabulary.Language;
import java.util.Set;

/**
 * A question with what is known of the person who asks.
 *
 * @param inMyStores SKUs that the person's stores have
 */
public record Request(Question question, Set<String> inMyStores) {

    /** A question of somebody who has no stores, at the beginning of a conversation. */
    public static Request of(String question, Language preferred) {
        return new Request(Question.of(question, preferred), Set.of());
    }
}
