package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import org.junit.jupiter.api.Test;

/** What comes before what. */
class WordOrderTest {

    @Test
    void name_over_producer_over_place_and_grape() {
        try (Shelf shelf = Shelf.of(
                wine("12").grapes("Sample"),
                wine("13").from("France", "Sample", null),
                wine("14").madeBy("Sample"),
                wine("15").named("Sample"))) {
            assertThat(shelf.find("sample")).containsExactly("15", "14", "12", "13");
        }
    }

    @Test
    void what_it_is_counts_as_much_as_what_it_is_called() {
        try (Shelf shelf = Shelf.of(
                wine("11").named("Rouge Gorge").coloured("Blanc").filedUnder("Vin", "Vin blanc"),
                wine("12").coloured("Rouge").filedUnder("Vin", "Vin rouge"),
                wine("13").named("Cuvée Rouge").coloured("Rouge").filedUnder("Vin", "Vin rouge"),
                wine("14").madeBy("Rouge et Fils").coloured("Blanc").filedUnder("Vin", "Vin blanc"))) {
            assertThat(shelf.find("vin rouge")).containsExactly("13", "12", "11", "14");
        }
    }

    @Test
    void all_words_and_only_else_some() {
        try (Shelf shelf = Shelf.ofNames("Barolo Rosso", "Barolo", "Rosso")) {
            assertThat(shelf.find("rosso barolo")).containsExactly("11");
            assertThat(shelf.find("rosso barolo zinfandel")).containsExactly("11");
        }
        try (Shelf shelf = Shelf.ofNames("Barolo", "Rosso", "Zinfandel")) {
            assertThat(shelf.find("rosso barolo")).containsExactly("11", "12");
        }
    }

    @Test
    void of_some_words_the_rare_one_counts_more() {
        try (Shelf shelf = Shelf.ofNames("Château Un", "Château Deux", "Château Trois", "Tignanello")) {
            assertThat(shelf.find("chateau tignanello")).first().isEqualTo("14");
        }
    }

    @Test
    void the_words_may_stand_in_different_fields() {
        try (Shelf shelf = Shelf.of(
                wine("11").named("Cuvée").from("France", "Alsace", null).grapes("Riesling"),
                wine("12").named("Cuvée").from("France", "Alsace", null),
                wine("13").named("Riesling").from("Allemagne", "Mosel", null))) {
            assertThat(shelf.find("riesling alsace")).containsExactly("11");
        }
    }

    @Test
    void whole_over_unfinished_in_any_field_and_a_typo_only_where_neither_is_found() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Portofino").sku("11"),
                wine("12").from("Portugal", "Porto", null),
                aProductNamed("Parto").sku("13"))) {
            assertThat(shelf.find("porto")).containsExactly("12", "11");
            assertThat(shelf.find("parto")).containsExactly("13");
            assertThat(shelf.find("pxrto")).containsExactlyInAnyOrder("12", "13");
        }
    }

    @Test
    void one_typo_over_two() {
        try (Shelf shelf = Shelf.ofNames("Glenfiddiich", "Glenfiddich")) {
            assertThat(shelf.find("glenfidich")).containsExactly("12", "11");
        }
    }

    @Test
    void the_name_itself_over_its_beginning_over_its_middle() {
        try (Shelf shelf =
                Shelf.ofNames("Pavillon du Château Margaux", "Château Margaux Grand Cru", "Château Margaux")) {
            assertThat(shelf.find("chateau margaux")).containsExactly("13", "12", "11");
            assertThat(shelf.find("margaux")).containsExactly("13", "12", "11");
        }
    }

    @Test
    void together_over_apart() {
        try (Shelf shelf = Shelf.ofNames("Noir de Pinot et Fils", "Cuvée Pinot Noir", "Vin Noir, Pinot")) {
            assertThat(shelf.find("pinot noir")).first().isEqualTo("12");
        }
    }

    @Test
    void words_of_the_french_and_of_the_english_name_do_not_stand_together() {
        CatalogueAnalyzer analyzer = new CatalogueAnalyzer();

        assertThat(analyzer.getPositionIncrementGap(ProductDocument.NAME)).isGreaterThan(1);
    }

    @Test
    void function_words_are_not_needed() {
        try (Shelf shelf = Shelf.of(wine("11").from("Italie", null, null), wine("12"))) {
            assertThat(shelf.find("un vin rouge de l'Italie")).containsExactly("11");
            assertThat(shelf.find("a red wine from Italy")).containsExactly("11");
        }
    }

    @Test
    void function_words_alone_are_looked_for() {
        try (Shelf shelf = Shelf.ofNames("Le Un", "Autre")) {
            assertThat(shelf.find("le")).containsExactly("11");
        }
    }

    @Test
    void available_before_unavailable_before_the_sku_at_equal_relevance() {
        try (Shelf shelf = Shelf.of(
                aRedWine().sku("12").available(false),
                aRedWine().sku("11").available(null),
                aRedWine().sku("200").available(true),
                aRedWine().sku("30").available(true))) {
            assertThat(shelf.find("sample")).containsExactly("30", "200", "11", "12");
        }
    }

    @Test
    void relevance_goes_before_availability() {
        try (Shelf shelf = Shelf.of(
                wine("11").madeBy("Guigal").available(true),
                wine("12").named("Guigal").available(false))) {
            assertThat(shelf.find("guigal")).containsExactly("12", "11");
        }
    }

    @Test
    void the_vintage_is_a_word() {
        try (Shelf shelf =
                Shelf.of(aRedWine().sku("11"), aProductNamed("Château Sample").sku("12"))) {
            assertThat(shelf.find("chateau sample 2019")).containsExactly("11");
            assertThat(shelf.find("2019")).containsExactly("11");
            assertThat(shelf.find("chateau sample 1999"))
                    .as("a year that no product has")
                    .containsExactlyInAnyOrder("11", "12");
        }
    }

    @Test
    void another_vintage_of_the_wine_over_another_wine_of_the_vintage() {
        try (Shelf shelf = Shelf.ofNames("Château Tanesse 2015", "Château Margaux", "Vieux Château de Margaux")) {
            assertThat(shelf.find("chateau margaux 2015")).containsExactly("12", "13", "11");
        }
    }

    @Test
    void many_words_are_cut_and_the_first_ones_count() {
        String many = "sample" + " margaux".repeat(100);
        try (Shelf shelf = Shelf.of(aRedWine().sku("11"))) {
            assertThat(shelf.find(many)).containsExactly("11");
        }
    }

    private static SampleProduct wine(String sku) {
        return aRedWine().sku(sku).named("Cuvée").madeBy("Maison").from("France", "Bordeaux", null);
    }
}
