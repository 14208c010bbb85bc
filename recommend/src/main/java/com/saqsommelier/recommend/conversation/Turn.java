package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.Understanding;
import java.util.List;

/**
 * A question that was answered.
 *
 * @param question as it was typed
 * @param understanding what it was taken for within its conversation
 * @param suggested SKUs in the order in which they were shown; empty when nothing was
 */
public record Turn(String question, Understanding understanding, List<String> suggested) {

    /** Takes a copy. */
    public Turn {
        suggested = List.copyOf(suggested);
    }
}
