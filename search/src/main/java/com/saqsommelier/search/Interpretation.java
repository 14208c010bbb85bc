package com.saqsommelier.search;

import java.util.List;
import java.util.Optional;

/**
 * How far the matches of a search are from the words that were typed.
 *
 * @param ignored words that no product has, as they were typed, in their order; the matches are found without them
 * @param didYouMean the query with its misspelt words as the catalogue spells them, where the matches are found so
 * @param partial whether no product has all the words, so that the matches have some of them
 */
public record Interpretation(List<String> ignored, Optional<String> didYouMean, boolean partial) {

    /** Every word was found as it was typed. */
    public static final Interpretation EXACT = new Interpretation(List.of(), Optional.empty(), false);

    /** Takes a copy. */
    public Interpretation {
        ignored = List.copyOf(ignored);
    }
}
