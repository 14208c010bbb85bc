package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.vocabulary.Language;
import java.util.List;

/** What a person says turn by turn, with what the bottles of each turn must be. */
public record WishConversation(String id, Language language, List<Turn> turns) {

    /** One thing that is said. */
    public record Turn(String says, Must must) {}

    /** Takes a copy. */
    public WishConversation {
        turns = List.copyOf(turns);
    }
}
