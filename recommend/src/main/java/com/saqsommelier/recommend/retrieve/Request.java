package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.vocabulary.Language;
import java.util.Set;

/**
 * A question of a person.
 *
 * @param preferred the person's language, for questions that do not tell theirs
 * @param inMyStores SKUs that the person's stores have
 * @param suggested SKUs that were suggested in this conversation and are not suggested again
 */
public record Request(String question, Language preferred, Set<String> inMyStores, Set<String> suggested) {

    /** A question of somebody who has no stores, at the beginning of a conversation. */
    public static Request of(String question, Language preferred) {
        return new Request(question, preferred, Set.of(), Set.of());
    }
}
