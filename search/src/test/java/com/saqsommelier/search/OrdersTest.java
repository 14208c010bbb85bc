package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {

    @Test
    void prices_both_ways_with_unknown_ones_last_and_the_sku_to_break_ties() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Inconnu").sku("11"),
                aProductNamed("Inconnu").sku("99"),
                aRedWine().sku("100").priced("20.00"),
                aRedWine().sku("12").priced("20.00"),
                aRedWine().sku("13").priced("9.95"),
                aRedWine().sku("14").priced("0"),
                aRedWine().sku("15").priced("25000"))) {
            assertThat(shelf.sorted(Order.PRICE_ASCENDING)).containsExactly("14", "13", "12", "100", "15", "11", "99");
            assertThat(shelf.sorted(Order.PRICE_DESCENDING)).containsExactly("15", "12", "100", "13", "14", "11", "99");
        }
    }

    @Test
    void best_rated_first_and_unrated_last() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Inconnu").sku("10"),
                aRedWine().sku("11").rated("3.9"),
                aRedWine().sku("12").rated("4.75"),
                aRedWine().sku("13").rated("4.7"),
                aRedWine().sku("14").rated("4.70"))) {
            assertThat(shelf.sorted(Order.RATING)).containsExactly("12", "13", "14", "11", "10");
        }
    }

    @Test
    void names_without_regard_to_case_and_accents() {
        try (Shelf shelf = Shelf.ofNames("Zinfandel", "été", "Étage", "abbaye", "Abbaye")) {
            assertThat(shelf.sorted(Order.NAME)).containsExactly("14", "15", "13", "12", "11");
        }
    }

    @Test
    void last_changed_and_last_first_seen_first() {
        try (Shelf shelf = Shelf.of(
                aRedWine().sku("11").readAt(READ_AT),
                aRedWine().sku("12").readAt(READ_AT.plusSeconds(1)),
                aRedWine().sku("10").readAt(READ_AT))) {
            assertThat(shelf.sorted(Order.CHANGED)).containsExactly("12", "10", "11");
            assertThat(shelf.sorted(Order.FIRST_SEEN)).containsExactly("12", "10", "11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_an_unchanged_catalogue_hold_each_product_once(Order order) {
        SampleProduct[] products = IntStream.range(0, 57)
                .mapToObj(i -> aRedWine()
                        .sku(Integer.toString(100 + i))
                        .priced(i % 3 == 0 ? null : Integer.toString(i % 5))
                        .rated("4.%d".formatted(i % 4)))
                .toArray(SampleProduct[]::new);
        try (Shelf shelf = Shelf.of(products)) {
            for (Optional<String> words : List.of(Optional.<String>empty(), Optional.of("sample"))) {
                List<String> seen = new ArrayList<>();
                for (int offset = 0; offset < 70; offset += 10) {
                    Matches page = shelf.index().search(new CatalogueQuery(words, Filters.NONE, order, offset, 10));
                    assertThat(page.total()).isEqualTo(57);
                    seen.addAll(page.skus());
                }
                assertThat(seen).hasSize(57).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void a_page_beyond_the_last_is_empty_and_the_total_still_right() {
        try (Shelf shelf = Shelf.ofNames("Un", "Deux")) {
            Matches far = shelf.index()
                    .search(new CatalogueQuery(
                            Optional.empty(), Filters.NONE, Order.NAME, Integer.MAX_VALUE - 10, 100));

            assertThat(far).isEqualTo(new Matches(List.of(), 2, Interpretation.EXACT));
        }
    }
}
