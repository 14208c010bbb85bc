package com.saqsommelier.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the longest phrase that begins at a word. A phrase has one meaning; tables that disagree stop the program. */
public final class PhraseBook {

    private static final int LONGEST = 6;

    private final Map<String, Term> meanings = new HashMap<>();

    PhraseBook() {}

    /**
     * A phrase that was found.
     *
     * @param length how many words it has, 1 or more
     */
    public record Found(Term term, int length) {}

    void add(String phrase, Term term) {
        Term other = meanings.put(phrase, term);
        if (other != null && !other.equals(term)) {
            throw new IllegalStateException("\"" + phrase + "\" means both " + other + " and " + term);
        }
    }

    /** The longest phrase of these words, as {@link Words#of} gives them, that begins at an index. */
    public Optional<Found> longestAt(List<String> words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            Term term = meanings.get(String.join(" ", words.subList(from, from + length)));
            if (term != null) {
                return Optional.of(new Found(term, length));
            }
        }
        return Optional.empty();
    }
}
