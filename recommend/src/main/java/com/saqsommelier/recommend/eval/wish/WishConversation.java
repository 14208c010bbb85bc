package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.vocabulary.Language;
import java.util.List;

/** A conversation turn by turn, with the demands on the bottles of each turn. */
public record WishConversation(String id, Language language, List<Turn> turns) {

    /** One thing that is said. */
    public record Turn(String says, Must must) {}

    /** Takes a copy. */
    public WishConversation {
        turns = List.copyOf(turns);
    }
}
