package com.saqsommelier.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.bundled();

    @ParameterizedTest
    @CsvSource({
        "Allemagne, Germany",
        "Germany, Allemagne",
        "Açores, Azores",
        "Ambré(e), Amber",
        "Vin mousseux rosé, Rosé sparkling wine",
        "Produit bio, Organic product",
        "Équitable, Fair trade"
    })
    void a_name_means_the_same_in_both_languages(String name, String other) {
        assertThat(vocabulary.meanings(name)).contains(name, other);
    }

    @ParameterizedTest
    @CsvSource({
        "Royaume-Uni, UK",
        "United Kingdom, british",
        "united states, américaine",
        "Piedmont, Piemonte",
        "Terre Siciliane, Sicily",
        "Piemonte, Piedmont"
    })
    void what_something_is_also_called_goes_for_its_name_in_either_language(String name, String alsoCalled) {
        assertThat(vocabulary.meanings(name)).contains(alsoCalled);
    }

    @Test
    void what_nobody_translated_means_itself() {
        assertThat(vocabulary.meanings("Nulle part")).containsExactly("Nulle part");
    }

    /** Else the same would stand in two places, and one day no more be the same. */
    @Test
    void no_line_of_the_synonyms_says_what_the_names_say() throws IOException {
        Set<Set<String>> names = Stream.of(NameTheme.values())
                .flatMap(theme -> Names.bundled().all(theme).stream())
                .map(name -> name.spellings().stream().map(Keyword::of).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        for (List<String> line : synonyms()) {
            for (Set<String> name : names) {
                Set<String> both = line.stream().map(Keyword::of).collect(Collectors.toCollection(HashSet::new));
                both.retainAll(name);
                assertThat(both).as(String.join(", ", line)).hasSizeLessThan(2);
            }
        }
    }

    private static List<List<String>> synonyms() throws IOException {
        try (InputStream table = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("synonyms.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }
}
