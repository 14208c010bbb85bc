package com.saqsommelier.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Countries, colours and kinds in French and English, so that a catalogue in one language answers words of the other.
 * Kept in {@code vocabulary.tsv}, one pair a line.
 */
final class Vocabulary {

    private final Map<String, Set<String>> translations = new HashMap<>();

    private Vocabulary() {}

    /** The vocabulary that comes with the program. */
    static Vocabulary bundled() {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream table = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.tsv"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(pair -> vocabulary.add(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    /** A term with its translations; the term alone when it has none. */
    Set<String> both(String term) {
        Set<String> both = new HashSet<>(translations.getOrDefault(Keyword.of(term), Set.of()));
        both.add(term);
        return both;
    }

    private void add(String french, String english) {
        translations.computeIfAbsent(Keyword.of(french), key -> new HashSet<>()).add(english);
        translations
                .computeIfAbsent(Keyword.of(english), key -> new HashSet<>())
                .add(french);
    }
}
