package com.saqsommelier.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the longest phrase that begins at a word. A phrase has one meaning; tables that disagree stop the program. */
public final class PhraseBook {

    private static final int LONGEST = 6;

    private final Map<String, List<Term>> meanings = new HashMap<>();
    private final Map<String, Term> asWritten = new HashMap<>();
    private final Set<String> words = new TreeSet<>();

    PhraseBook() {}

    /**
     * A phrase that was found.
     *
     * @param terms what it means: one term, or those of a group, any of which will do
     * @param length how many words it has, 1 or more
     */
    public record Found(List<Term> terms, int length) {

        /** The term, or the first of the group. */
        public Term term() {
            return terms.getFirst();
        }
    }

    void add(String phrase, Term term) {
        add(phrase, List.of(term));
    }

    void add(String phrase, List<Term> terms) {
        List<Term> other = meanings.put(phrase, terms);
        words.addAll(List.of(phrase.split(" ", -1)));
        if (other != null && !other.equals(terms)) {
            throw new IllegalStateException("\"" + phrase + "\" means both " + other + " and " + terms);
        }
    }

    /** Adds a phrase only where it means nothing yet. */
    void addIfFree(String phrase, Term term) {
        if (meanings.putIfAbsent(phrase, List.of(term)) == null) {
            words.addAll(List.of(phrase.split(" ", -1)));
        }
    }

    /** Adds a word that has this meaning only where it is written exactly so, capitals and accents included. */
    void addAsWritten(String word, Term term) {
        asWritten.put(word, term);
    }

    /** Every word of every phrase, as keys, in alphabetical order. */
    public Set<String> words() {
        return words;
    }

    /** Whether these words are a phrase. */
    public boolean has(String phrase) {
        return meanings.containsKey(phrase);
    }

    /** The longest phrase of these words, as {@link Words#of} gives them, that begins at an index. */
    public Optional<Found> longestAt(List<String> words, int from) {
        return longestAt(words, words, from);
    }

    /**
     * The longest phrase that begins at an index, told apart from its like by accents and capitals.
     *
     * @param written the same words as they were typed
     */
    public Optional<Found> longestAt(List<String> words, List<String> written, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            List<Term> terms = meanings.get(String.join(" ", words.subList(from, from + length)));
            Term exact = length == 1 ? asWritten.get(written.get(from)) : null;
            if (exact != null) {
                return Optional.of(new Found(List.of(exact), length));
            }
            if (terms != null) {
                return Optional.of(new Found(terms, length));
            }
        }
        return Optional.empty();
    }
}
