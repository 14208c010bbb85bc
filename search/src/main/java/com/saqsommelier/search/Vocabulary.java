package com.saqsommelier.search;

import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
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
 * other. The names are those of the module {@code vocabulary}; what else people call these is in {@code synonyms.tsv}.
 */
final class Vocabulary {

    private static final List<NameTheme> TRANSLATED = List.of(
            NameTheme.COUNTRIES,
            NameTheme.REGIONS,
            NameTheme.COLOURS,
            NameTheme.CATEGORIES,
            NameTheme.FEATURES,
            NameTheme.PLACES);

    private final Map<String, Set<String>> translations = new HashMap<>();

    private Vocabulary() {}

    /** The vocabulary that comes with the program. */
    static Vocabulary bundled() {
        Vocabulary vocabulary = new Vocabulary();
        TRANSLATED.forEach(
                theme -> Names.bundled().all(theme).forEach(name -> vocabulary.mean(Set.copyOf(name.spellings()))));
        try (InputStream table = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("synonyms.tsv"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .forEach(vocabulary::alsoCalled);
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

    /** What a name is also called goes for its spelling in the other language too. */
    private void alsoCalled(List<String> line) {
        Set<String> same = new HashSet<>();
        line.forEach(term -> same.addAll(meanings(term)));
        mean(same);
    }

    private void mean(Set<String> same) {
        same.forEach(term -> translations
                .computeIfAbsent(Keyword.of(term), key -> new HashSet<>())
                .addAll(same));
    }
}
