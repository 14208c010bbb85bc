package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.Understanding;
import java.util.Optional;

/**
 * What a question was taken for.
 *
 * @param reply an answer in words, to a question that asks for no bottle; when it is there, nothing is looked up
 * @param by who interpreted it
 * @param about the SKU of a bottle that was shown and of which more is to be told
 */
public record Interpretation(Understanding understanding, Optional<String> reply, Mode by, Optional<String> about) {

    /** An interpretation that speaks of no bottle that was shown. */
    public Interpretation(Understanding understanding, Optional<String> reply, Mode by) {
        this(understanding, reply, by, Optional.empty());
    }

    /** A question about one bottle that was shown. */
    public static Interpretation about(String sku, Understanding understanding) {
        return new Interpretation(understanding, Optional.empty(), Mode.OFFLINE, Optional.of(sku));
    }

    /** A wish for bottles, understood by the tables. */
    public static Interpretation offline(Understanding understanding) {
        return new Interpretation(understanding, Optional.empty(), Mode.OFFLINE);
    }
}
