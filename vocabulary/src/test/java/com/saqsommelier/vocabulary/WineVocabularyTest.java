package com.saqsommelier.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WineVocabularyTest {

    private final WineVocabulary vocabulary = WineVocabulary.bundled();

    @Test
    void at_least_250_dishes_are_paired_each_with_a_name_in_both_languages() {
        assertThat(vocabulary.terms(Theme.DISH))
                .hasSizeGreaterThanOrEqualTo(250)
                .allSatisfy(dish -> {
                    assertThat(dish.french()).isNotBlank();
                    assertThat(dish.english()).isNotBlank();
                    Pairing pairing = vocabulary.pairing(dish);
                    assertThat(pairing.styles()).as("styles of %s", dish).isNotEmpty();
                    assertThat(pairing.grapes()).as("grapes of %s", dish).isNotEmpty();
                });
    }

    @Test
    void a_dish_has_its_own_regions_and_grapes_before_those_of_its_family() {
        Pairing pairing = vocabulary.pairing(vocabulary.term(Theme.DISH, "cassoulet"));

        assertThat(pairing.regions()).extracting(Term::french).containsExactly("Sud-Ouest", "Languedoc-Roussillon");
        assertThat(pairing.grapes().getFirst().french()).isEqualTo("Tannat");
        assertThat(pairing.colours()).extracting(Term::french).containsExactly("Rouge");
    }

    @Test
    void every_region_lies_in_a_known_country() {
        assertThat(vocabulary.terms(Theme.REGION))
                .allSatisfy(region ->
                        assertThat(vocabulary.countryOf(region).theme()).isEqualTo(Theme.COUNTRY));
    }

    @Test
    void a_term_is_found_whatever_its_accents_and_case() {
        assertThat(vocabulary.find(Theme.COUNTRY, "ETATS-UNIS"))
                .map(Term::english)
                .contains("United States");
        assertThat(vocabulary.find(Theme.GRAPE, "no such grape")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.term(Theme.GRAPE, "no such grape"))
                .withMessageContaining("no such grape");
    }

    @Test
    void a_style_says_by_what_it_is_told() {
        Style style = vocabulary.style(vocabulary.term(Theme.STYLE, "corsé"));

        assertThat(style.tags()).containsExactly("aromatique et charnu");
        assertThat(style.body()).hasValue(3);
        assertThat(style.alcohol()).contains(new Range(14, 17));
    }

    @Test
    void plurals_accents_and_apostrophes_do_not_matter() {
        assertThat(Words.of("L'Œuf d’Émile, très FRAIS")).containsExactly("l", "oeuf", "d", "emile", "tre", "frai");
    }
}
