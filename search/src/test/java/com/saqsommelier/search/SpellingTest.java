package com.saqsommelier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a person writes a name, it is found. */
class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"château", "chateau", "CHATEAU", "Châtéâu", "cha\u0302teau", "châteaux", "chateaux", "ch", "Ch."
            })
    void accents_case_plural_and_abbreviation_of_chateau(String words) {
        finds(words, "Château Sample");
    }

    @ParameterizedTest
    @CsvSource({
        "etoile, Domaine de Montbourgeau L'Étoile",
        "l'étoile, Domaine de Montbourgeau L'Étoile",
        "l’étoile, Domaine de Montbourgeau L'Étoile",
        "L'ÉTOILE, Domaine de Montbourgeau L’Étoile",
        "alba, Barbera d'Alba",
        "etna, Nerello dell'Etna",
    })
    void elided_articles_do_not_matter(String words, String name) {
        finds(words, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jack daniels", "jack daniel's", "jack daniel’s", "jack daniel", "daniels jack"})
    void possessives_do_not_matter(String words) {
        finds(words, "Jack Daniel's Old No 7");
    }

    @ParameterizedTest
    @CsvSource({
        "vieille vigne, Cuvée Vieilles Vignes",
        "vieilles vignes, Cuvée Vieille Vigne",
        "bordeau, Mouton Bordeaux",
        "islands, Island Malt",
        "whiskies, Rye Whisky",
        "cherry, Three Cherries",
        "normandie, Apples of Normandie",
        "os, Os",
    })
    void french_and_english_plurals_do_not_matter(String words, String name) {
        finds(words, name);
    }

    @ParameterizedTest
    @CsvSource({
        "st emilion, Clos Saint-Émilion",
        "saint-emilion, Clos St-Émilion",
        "saint emilion, Clos St. Émilion",
        "ste marie, Sainte-Marie",
        "ch margaux, Château Margaux",
        "ch. margaux, Château Margaux",
        "dom leroy, Domaine Leroy",
        "cab sauv, Cabernet Sauvignon",
        "cab-sauv, Cabernet Sauvignon",
        "chard, Chardonnay",
        "vsop, Camus V.S.O.P.",
        "v.s.o.p., Camus VSOP",
        "xo, Hardy X.O",
        "guigal, E.Guigal",
    })
    void usual_abbreviations_are_understood(String words, String name) {
        finds(words, name);
    }

    @ParameterizedTest
    @CsvSource({
        "chateu, Château",
        "cahteau, Château",
        "hcateau, Château",
        "margeaux, Margaux",
        "merlott, Merlot",
        "melrot, Merlot",
        "gewurtztraminer, Gewurztraminer",
        "gewürztraminner, Gewurztraminer",
        "gevurstraminer, Gewurztraminer",
        "glenfidich, Glenfiddich",
        "chateauneuf du pap, Châteauneuf-du-Pape",
    })
    void one_typo_from_five_letters_and_two_from_nine(String words, String name) {
        finds(words, name);
    }

    @ParameterizedTest
    @CsvSource({"gaga, Gaja", "marlut, Merlot", "geburtztraminner, Gewurztraminer"})
    void more_typos_than_that_find_nothing(String words, String name) {
        try (Shelf shelf = Shelf.ofNames(name)) {
            assertThat(shelf.find(words)).isEmpty();
        }
    }

    @Test
    void digits_are_never_taken_for_a_typo() {
        try (Shelf shelf = Shelf.ofNames("Reserve 12345")) {
            assertThat(shelf.find("12346")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"gewu, Gewurztraminer", "trimbach gew, Trimbach Gewurztraminer", "chateau mar, Château Margaux"})
    void the_last_word_may_be_unfinished(String words, String name) {
        finds(words, name);
    }

    @Test
    void only_the_last_word_may_be_unfinished() {
        try (Shelf shelf = Shelf.ofNames("Trimbach Gewurztraminer", "Trimbach")) {
            assertThat(shelf.find("gewu trimbach")).containsExactlyInAnyOrder("11", "12");
            assertThat(shelf.find("trimbach gewu")).containsExactly("11");
        }
    }

    @Test
    void a_single_letter_is_not_the_beginning_of_everything() {
        try (Shelf shelf = Shelf.ofNames("Gewurztraminer")) {
            assertThat(shelf.find("g")).isEmpty();
        }
    }

    private static void finds(String words, String name) {
        try (Shelf shelf = Shelf.ofNames(name, "Zzz")) {
            assertThat(shelf.find(words)).as("what '%s' finds", words).isEqualTo(List.of("11"));
        }
    }
}
