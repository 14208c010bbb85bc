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
    void the_country_of_a_region_is_a_country_and_is_unknown_where_only_the_catalogue_names_the_region() {
        assertThat(vocabulary.terms(Theme.REGION).stream().flatMap(region -> vocabulary.countryOf(region).stream()))
                .isNotEmpty()
                .allSatisfy(country -> assertThat(country.theme()).isEqualTo(Theme.COUNTRY));
        assertThat(vocabulary.countryOf(vocabulary.term(Theme.REGION, "Chablis")))
                .map(Term::french)
                .contains("France");
    }

    @Test
    void what_is_written_with_a_capital_is_the_island_and_without_the_style() {
        assertThat(vocabulary.phrases().longestAt(Words.of("Corse"), Words.written("Corse"), 0))
                .map(found -> found.term().theme())
                .contains(Theme.REGION);
        assertThat(vocabulary.phrases().longestAt(Words.of("corsé"), Words.written("corsé"), 0))
                .map(found -> found.term().theme())
                .contains(Theme.STYLE);
    }

    @Test
    void a_group_means_each_of_its_members() {
        assertThat(vocabulary
                        .phrases()
                        .longestAt(Words.of("New World"), 0)
                        .orElseThrow()
                        .terms())
                .extracting(Term::french)
                .contains("Chili", "États-Unis")
                .doesNotContain("France");
    }

    @Test
    void a_tawny_is_a_part_of_port() {
        assertThat(vocabulary.wholeOf(vocabulary.term(Theme.KIND, "Tawny")))
                .map(Term::french)
                .contains("Porto");
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
