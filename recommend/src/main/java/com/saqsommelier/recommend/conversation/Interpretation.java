package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.Understanding;
import java.util.Optional;

/**
 * What a question was taken for.
 *
 * @param reply an answer in words, to a question that asks for no bottle; when it is there, nothing is looked up
 * @param by who interpreted it
 */
public record Interpretation(Understanding understanding, Optional<String> reply, Mode by) {

    /** A wish for bottles, understood by the tables. */
    public static Interpretation offline(Understanding understanding) {
        return new Interpretation(understanding, Optional.empty(), Mode.OFFLINE);
    }
}
