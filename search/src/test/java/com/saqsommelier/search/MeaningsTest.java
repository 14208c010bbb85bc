package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {

    private final Shelf shelf = Shelf.of(
            aProductNamed("San Martín Malbec").sku("11").filedUnder("Produits", "Vin", "Vin rouge"),
            aProductNamed("Codorníu").sku("12").filedUnder("Produits", "Champagne et mousseux", "Vin mousseux"),
            aProductNamed("Veuve Clicquot").sku("13").filedUnder("Produits", "Champagne et mousseux", "Champagne"),
            aProductNamed("Leitz Eins").sku("14").filedUnder("Produits", "Vin", "Vin désalcoolisé"),
            aProductNamed("La Chouffe").sku("15").filedUnder("Produits", "Bière"),
            aProductNamed("Alcool Global").sku("16").filedUnder("Produits", "Spiritueux", "Autre spiritueux"));

    @AfterEach
    void close() {
        shelf.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bulles", "des bulles", "sparkling", "bubbly", "effervescent", "mousseux", "Bubbles", "pétillant"
            })
    void words_for_sparkling_wine_find_all_of_it_in_both_languages(String words) {
        assertThat(shelf.find(words)).containsExactlyInAnyOrder("12", "13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sans alcool", "vin sans alcool", "non alcoolisé", "alcohol-free wine", "no alcohol", "mocktail"
            })
    void without_alcohol_is_no_saint(String words) {
        assertThat(shelf.find(words)).containsExactly("14");
    }

    @Test
    void without_alcohol_finds_no_saint_where_everything_has_alcohol() {
        try (Shelf other =
                Shelf.of(aProductNamed("San Martín").sku("11"), aRedWine().sku("12"))) {
            assertThat(other.find("sans alcool")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broue", "une frette", "craft beer"})
    void what_the_vocabulary_knows_by_another_word_is_found(String words) {
        assertThat(shelf.find(words)).containsExactly("15");
    }

    @Test
    void a_word_in_a_name_is_found_before_what_the_word_means() {
        try (Shelf other = Shelf.of(
                aProductNamed("Petnat de Paul").sku("11"),
                aProductNamed("Codorníu").sku("12").filedUnder("Produits", "Champagne et mousseux", "Vin mousseux"))) {
            assertThat(other.find("petnat")).containsExactly("11");
        }
    }
}
