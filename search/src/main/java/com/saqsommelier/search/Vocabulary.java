package com.saqsommelier.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Countries, regions, colours and kinds in French and English, so that a catalogue in one language answers words of the
 * other. Kept in {@code vocabulary.tsv}, a line for what means the same.
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
                    .map(line -> List.of(line.split("\t", -1)))
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    /** A term with all that means the same; the term alone when nothing is known to. */
    Set<String> meanings(String term) {
        Set<String> meanings = new HashSet<>(translations.getOrDefault(Keyword.of(term), Set.of()));
        meanings.add(term);
        return meanings;
    }

    private void add(List<String> same) {
        same.forEach(term -> translations
                .computeIfAbsent(Keyword.of(term), key -> new HashSet<>())
                .addAll(same));
    }
}
