package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private final Shelf shelf = Shelf.of(
            aRedWine().sku("11").priced("10.00"),
            aRedWine()
                    .sku("12")
                    .filedUnder("Produits", "Vin", "Vin rosé")
                    .coloured("Rosé")
                    .from("États-Unis", "Californie", null)
                    .grapes("Zinfandel", "Merlot")
                    .madeBy("Gallo")
                    .priced("19.99")
                    .available(false),
            aRedWine()
                    .sku("13")
                    .from("France", "Bourgogne, Côte de Beaune", "Volnay")
                    .grapes("Pinot noir")
                    .madeBy("Domaine d'Angerville")
                    .priced("20.00"),
            aProductNamed("Inconnu").sku("14"));

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void none_lets_everything_pass() {
        assertThat(shelf.passing(Filters.NONE)).containsExactly("11", "12", "13", "14");
    }

    @Test
    void category_of_any_level() {
        assertThat(passing("category", "Vin")).containsExactly("11", "12", "13");
        assertThat(passing("category", "Vin rosé")).containsExactly("12");
    }

    @Test
    void case_and_accents_do_not_matter() {
        assertThat(passing("category", "VIN ROSE")).containsExactly("12");
        assertThat(passing("country", "etats-unis")).containsExactly("12");
    }

    @Test
    void values_of_one_filter_are_alternatives() {
        assertThat(passing("country", "France", "États-Unis")).containsExactly("11", "12", "13");
        assertThat(passing("grape", "Zinfandel", "Pinot noir")).containsExactly("12", "13");
    }

    @Test
    void color() {
        assertThat(passing("color", "Rouge")).containsExactly("11", "13");
    }

    @Test
    void region_whole_or_its_first_part() {
        assertThat(passing("region", "Bourgogne")).containsExactly("13");
        assertThat(passing("region", "Bourgogne, Côte de Beaune")).containsExactly("13");
        assertThat(passing("region", "Côte de Beaune")).isEmpty();
    }

    @Test
    void grape_is_one_of_a_blend_and_a_whole_name() {
        assertThat(passing("grape", "Merlot")).containsExactly("11", "12");
        assertThat(passing("grape", "Cabernet")).isEmpty();
    }

    @Test
    void producer() {
        assertThat(passing("producer", "domaine d'angerville")).containsExactly("13");
    }

    @Test
    void prices_are_inclusive_and_an_unknown_price_is_in_no_range() {
        assertThat(shelf.passing(price("10.00", "19.99"))).containsExactly("11", "12");
        assertThat(shelf.passing(price("10.001", null))).containsExactly("12", "13");
        assertThat(shelf.passing(price(null, "19.999"))).containsExactly("11", "12");
        assertThat(shelf.passing(price("0", null))).containsExactly("11", "12", "13");
        assertThat(shelf.passing(price("30", "20"))).isEmpty();
    }

    @Test
    void prices_beyond_all_reason_are_only_bounds() {
        assertThat(shelf.passing(price(null, "1e308"))).containsExactly("11", "12", "13");
        assertThat(shelf.passing(price("1e308", null))).isEmpty();
        assertThat(shelf.passing(price("-1e308", null))).containsExactly("11", "12", "13");
        assertThat(shelf.passing(price("1e-308", null))).containsExactly("11", "12", "13");
    }

    @Test
    void an_unknown_availability_is_neither_yes_nor_no() {
        assertThat(shelf.passing(available(true))).containsExactly("11", "13");
        assertThat(shelf.passing(available(false))).containsExactly("12");
    }

    @Test
    void all_filters_and_the_words_must_be_met() {
        Filters filters = new Filters(
                List.of("Vin"),
                List.of("Rouge"),
                List.of("France"),
                List.of("Bordeaux", "Bourgogne"),
                List.of("Pinot noir", "Merlot"),
                Optional.empty(),
                Optional.of(BigDecimal.ONE),
                Optional.of(new BigDecimal("20")),
                Optional.of(true));

        assertThat(shelf.passing(filters)).containsExactly("11", "13");
        assertThat(shelf.index()
                        .search(new CatalogueQuery(Optional.of("volnay"), filters, Order.RELEVANCE, 0, 10))
                        .skus())
                .containsExactly("13");
    }

    @Test
    void a_value_that_no_product_has_finds_nothing() {
        assertThat(passing("country", "Atlantide")).isEmpty();
        assertThat(passing("country", "")).isEmpty();
    }

    private List<String> passing(String filter, String... values) {
        List<String> wanted = List.of(values);
        return shelf.passing(new Filters(
                filter.equals("category") ? wanted : List.of(),
                filter.equals("color") ? wanted : List.of(),
                filter.equals("country") ? wanted : List.of(),
                filter.equals("region") ? wanted : List.of(),
                filter.equals("grape") ? wanted : List.of(),
                filter.equals("producer") ? Optional.of(values[0]) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Filters price(@Nullable String min, @Nullable String max) {
        return new Filters(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.ofNullable(min).map(BigDecimal::new),
                Optional.ofNullable(max).map(BigDecimal::new),
                Optional.empty());
    }

    private static Filters available(boolean available) {
        return new Filters(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(available));
    }
}
