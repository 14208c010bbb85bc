package com.saqsommelier.core.recommendation;

import java.util.List;

/**
 * A question and what was answered, as far as the next question may speak of it.
 *
 * @param understanding what the question was taken for, a JSON object
 * @param suggested SKUs in the order in which they were shown; empty when nothing was
 */
public record TracedTurn(String question, String understanding, List<String> suggested) {

    /** Takes a copy. */
    public TracedTurn {
        suggested = List.copyOf(suggested);
    }
}
