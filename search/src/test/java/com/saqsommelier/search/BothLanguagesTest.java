package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalogue in one language answers the words of the other. */
class BothLanguagesTest {

    private static final SampleProduct FRENCH = aRedWine()
            .sku("11")
            .filedUnder("Produits", "Vin", "Vin rouge")
            .coloured("Rouge")
            .from("Italie", "Toscane", "Chianti");
    private static final SampleProduct ENGLISH = aRedWine()
            .sku("12")
            .filedUnder("Products", "Wine", "Red wine")
            .coloured("Red")
            .from("Italy", "Tuscany", "Chianti");
    private static final SampleProduct WHITE = aRedWine()
            .sku("13")
            .filedUnder("Produits", "Vin", "Vin blanc")
            .coloured("Blanc")
            .from("France", "Bourgogne, Côte de Beaune", "Beaune");
    private static final SampleProduct WHISKY = aRedWine()
            .sku("14")
            .filedUnder("Products", "Spirits", "Whiskey")
            .coloured("Amber")
            .from("United Kingdom", "Scotland, Highlands", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vin rouge italie",
                "vin rouge italien",
                "red wine italy",
                "italian red wine",
                "RED WINE ITALIE",
                "vins rouges",
                "rouge toscane",
                "tuscany red",
                "red wines tuscany"
            })
    void a_red_wine_from_italy(String words) {
        finds(words, "11", "12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vin blanc", "white wine", "french white", "burgundy", "bourgogne", "white wine cote de beaune"})
    void a_white_wine_from_burgundy(String words) {
        finds(words, "13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whisky ecossais",
                "scotch whisky",
                "whiskies d'Écosse",
                "scotch",
                "highlands whiskey",
                "spiritueux royaume-uni",
                "spirit united kingdom"
            })
    void a_whisky_from_scotland(String words) {
        finds(words, "14");
    }

    private static void finds(String words, String... skus) {
        try (Shelf shelf = Shelf.of(FRENCH, ENGLISH, WHITE, WHISKY)) {
            assertThat(shelf.find(words)).as("what '%s' finds", words).containsExactlyInAnyOrder(skus);
        }
    }
}
