package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimilarTest {

    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void never_itself_nor_another_size_or_year_of_the_same_wine() {
        SampleProduct wine = aRedWine().sku("11").named("Château Sample 2019").madeBy("Sample");
        shelf.put(
                wine,
                aRedWine().sku("12").named("Château Sample 2015").madeBy("Sample"),
                aRedWine().sku("13").named("CHATEAU SAMPLE 2019, 1,5 L").madeBy("sample"),
                aRedWine().sku("14").named("Château Sample Magnum").madeBy("Sample"),
                aRedWine().sku("15").named("Château Sample 2019").madeBy("Quelqu'un d'autre"),
                aRedWine().sku("16").named("Château Voisin 2019"));

        assertThat(similar(wine)).containsExactlyInAnyOrder("15", "16");
    }

    @Test
    void a_namesake_without_a_producer_may_be_the_same_wine_and_is_left_out() {
        SampleProduct wine = aProductNamed("Cidre Sample").sku("11").filedUnder("Produits", "Cidre");
        shelf.put(
                wine,
                aProductNamed("Cidre Sample").sku("12").filedUnder("Produits", "Cidre"),
                aProductNamed("Cidre Sample")
                        .sku("13")
                        .filedUnder("Produits", "Cidre")
                        .madeBy("X"));
        shelf.put(aProductNamed("Cidre Autre").sku("14").filedUnder("Produits", "Cidre"));

        assertThat(similar(wine)).containsExactly("14");
        assertThat(similar(aProductNamed("Cidre Sample")
                        .sku("13")
                        .filedUnder("Produits", "Cidre")
                        .madeBy("X")))
                .containsExactly("14");
    }

    @Test
    void the_same_grape_region_kind_and_price_come_before_some_of_them() {
        SampleProduct wine = volnay("11").named("Volnay");
        shelf.put(
                wine,
                aRedWine().sku("12").named("Bordeaux au même prix").priced("80"),
                volnay("13").named("Pommard").priced("500"),
                volnay("14").named("Pommard de même prix").priced("85"),
                volnay("15").named("Bourgogne d'ailleurs").from("France", "Bourgogne, Chablis", null),
                aProductNamed("Bière").sku("16").filedUnder("Produits", "Bière").priced("80"));

        assertThat(similar(wine)).containsExactly("14", "15", "13", "12");
    }

    @Test
    void at_equal_likeness_what_can_be_bought_comes_first() {
        SampleProduct wine = volnay("11").named("Volnay");
        shelf.put(wine, volnay("12").named("A").available(false), volnay("13").named("B"));

        assertThat(similar(wine)).containsExactly("13", "12");
    }

    @Test
    void a_product_that_is_not_in_the_index_has_likes_too() {
        shelf.put(volnay("12").named("Pommard"));

        assertThat(similar(volnay("11").named("Volnay"))).containsExactly("12");
    }

    @Test
    void what_is_known_by_name_only_is_like_nothing() {
        shelf.put(volnay("12"));

        assertThat(similar(aProductNamed("Inconnu").sku("11"))).isEmpty();
    }

    @Test
    void no_more_than_asked_for() {
        shelf.put(volnay("12").named("A"), volnay("13").named("B"), volnay("14").named("C"));

        assertThat(shelf.index().similar(volnay("11").named("Volnay").stored(), 2))
                .hasSize(2);
    }

    private static SampleProduct volnay(String sku) {
        return aRedWine()
                .sku(sku)
                .from("France", "Bourgogne, Côte de Beaune", "Volnay")
                .grapes("Pinot noir")
                .priced("80");
    }

    private List<String> similar(SampleProduct product) {
        return shelf.index().similar(product.stored(), 10).stream()
                .map(one -> one.product().sku())
                .toList();
    }
}
