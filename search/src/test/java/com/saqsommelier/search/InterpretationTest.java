package com.saqsommelier.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterpretationTest {

    private final Shelf shelf = Shelf.ofNames(
            "Château Margaux", "Domaine Leroy Musigny", "Catena Malbec", "Catena Alta Chardonnay", "San Martín Malbec");

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void what_is_found_as_it_was_typed_needs_no_word() {
        assertThat(of("catena malbec")).isEqualTo(Interpretation.EXACT);
    }

    @Test
    void a_word_that_no_product_has_is_left_out_and_said() {
        assertThat(shelf.find("Catena Xyzzy malbec")).containsExactly("13");
        Interpretation interpretation = of("Catena Xyzzy malbec");
        assertThat(interpretation.ignored()).containsExactly("Xyzzy");
        assertThat(interpretation.partial()).isFalse();
    }

    @Test
    void a_year_that_no_product_has_is_said() {
        assertThat(of("margaux 1847").ignored()).containsExactly("1847");
    }

    @Test
    void words_that_no_product_has_together_are_said_to_be_met_in_part() {
        Interpretation interpretation = of("margaux musigny");
        assertThat(interpretation.partial()).isTrue();
        assertThat(interpretation.ignored()).isEmpty();
        assertThat(shelf.find("margaux musigny")).containsExactlyInAnyOrder("11", "12");
    }

    @Test
    void a_misspelt_word_is_given_back_as_the_catalogue_spells_it() {
        assertThat(of("chateau margeaux").didYouMean()).contains("chateau margaux");
        assertThat(of("chardonay").didYouMean()).contains("chardonnay");
        assertThat(of("chateau margeaux").ignored()).isEmpty();
    }

    @Test
    void words_of_which_the_catalogue_has_none_find_nothing_and_are_all_said() {
        assertThat(shelf.find("xyzzy plugh")).isEmpty();
        assertThat(of("xyzzy plugh").ignored()).containsExactly("xyzzy", "plugh");
    }

    @Test
    void a_word_that_says_nothing_is_no_match_for_those_that_are_unknown() {
        assertThat(shelf.find("de xyzzy")).isEmpty();
    }

    private Interpretation of(String words) {
        return shelf.index().search(CatalogueQuery.words(words, Shelf.PAGE)).interpretation();
    }
}
