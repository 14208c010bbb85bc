package com.saqsommelier.vocabulary;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that steer the reading of a question; see the head of {@code grammar.csv}. */
public final class Grammar {

    private static final int LONGEST = 5;

    private static final Grammar BUNDLED = new Grammar();

    private final Map<Role, Set<String>> phrases = new EnumMap<>(Role.class);

    /** What a word does. */
    public enum Role {
        NEGATE,
        AFFIRM,
        THROUGH,
        FRENCH,
        ENGLISH,
        STORE,
        ACCESSORY,
        WINE,
        FOLLOW_UP
    }

    private final Set<String> words;

    private Grammar() {
        Table.rows("grammar.csv")
                .forEach(row -> row.list("words")
                        .forEach(word -> phrases.computeIfAbsent(
                                        Role.valueOf(row.cell("role").toUpperCase(Locale.ROOT)), key -> new HashSet<>())
                                .add(Words.key(word))));
        words = phrases.values().stream()
                .flatMap(Set::stream)
                .flatMap(phrase -> Stream.of(phrase.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The grammar that comes with the program. */
    public static Grammar bundled() {
        return BUNDLED;
    }

    /** Every word of every phrase, as keys. */
    public Set<String> words() {
        return words;
    }

    /** How many words, from an index on, have a role together; 0 when they have it not. */
    public int lengthAt(Role role, List<String> words, int from) {
        Set<String> known = phrases.getOrDefault(role, Set.of());
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            if (known.contains(String.join(" ", words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }
}
