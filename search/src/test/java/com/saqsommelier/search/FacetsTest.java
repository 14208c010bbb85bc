package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.Facets.Band;
import com.saqsommelier.search.Facets.Region;
import com.saqsommelier.search.Facets.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private final Shelf shelf = Shelf.of(
            aRedWine().sku("11").priced("10.00"),
            aRedWine()
                    .sku("12")
                    .filedUnder("Produits", "Vin", "Vin rosé")
                    .coloured("Rosé")
                    .from("États-Unis", "Californie", null)
                    .grapes("Zinfandel", "merlot", "Merlot")
                    .priced("9.99"),
            aRedWine()
                    .sku("13")
                    .from("France", "Bourgogne, Côte de Beaune", "Volnay")
                    .grapes("Pinot noir")
                    .priced("1624.75"),
            aRedWine()
                    .sku("14")
                    .from("France", "Bourgogne", null)
                    .grapes("Pinot noir", "Gamay")
                    .priced(null),
            aProductNamed("Inconnu").sku("15"));

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void each_value_is_counted_the_most_frequent_first() {
        Facets facets = facets(Filters.NONE);

        assertThat(facets.total()).isEqualTo(5);
        assertThat(facets.categories())
                .containsExactly(
                        new Value("Produits", 4),
                        new Value("Vin", 4),
                        new Value("Vin rouge", 3),
                        new Value("Vin rosé", 1));
        assertThat(facets.colors()).containsExactly(new Value("Rouge", 3), new Value("Rosé", 1));
        assertThat(facets.countries()).containsExactly(new Value("France", 3), new Value("États-Unis", 1));
    }

    @Test
    void a_grape_counts_once_for_a_product_that_spells_it_twice() {
        assertThat(facets(Filters.NONE).grapes())
                .contains(new Value("Pinot noir", 2), new Value("Zinfandel", 1), new Value("Gamay", 1))
                .filteredOn(grape -> grape.value().equalsIgnoreCase("merlot"))
                .extracting(Value::count)
                .containsExactly(2L);
    }

    @Test
    void regions_say_their_country_and_what_they_are_part_of() {
        assertThat(facets(Filters.NONE).regions())
                .containsExactly(
                        new Region("Bourgogne", 2, Optional.of("France"), Optional.empty()),
                        new Region("Bordeaux", 1, Optional.of("France"), Optional.empty()),
                        new Region("Bourgogne, Côte de Beaune", 1, Optional.of("France"), Optional.of("Bourgogne")),
                        new Region("Californie", 1, Optional.of("États-Unis"), Optional.empty()));
    }

    @Test
    void the_same_region_name_in_two_countries_is_two_regions() {
        shelf.put(
                aRedWine().sku("21").from("Espagne", "La Rioja", null),
                aRedWine().sku("22").from("Argentine", "La Rioja", null));

        assertThat(facets(Filters.NONE).regions())
                .filteredOn(region -> region.value().equals("La Rioja"))
                .extracting(Region::country, Region::count)
                .containsExactlyInAnyOrder(tuple(Optional.of("Espagne"), 1L), tuple(Optional.of("Argentine"), 1L));
    }

    @Test
    void a_facet_is_counted_without_its_own_filter_and_with_all_others() {
        Facets facets = facets(new Filters(
                List.of(),
                List.of("rouge"),
                List.of("États-Unis"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(facets.total()).isZero();
        assertThat(facets.colors()).containsExactly(new Value("Rosé", 1));
        assertThat(facets.countries()).containsExactly(new Value("France", 3));
        assertThat(facets.grapes()).isEmpty();
    }

    @Test
    void prices_have_a_range_and_fall_into_bands_that_include_their_lower_end() {
        Facets.Prices prices = facets(new Filters(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("5000")),
                        Optional.empty(),
                        Optional.empty()))
                .prices();

        assertThat(prices.min()).contains(new BigDecimal("9.99"));
        assertThat(prices.max()).contains(new BigDecimal("1624.75"));
        assertThat(prices.histogram().stream().filter(band -> band.count() > 0))
                .extracting(Band::from, Band::to, Band::count)
                .containsExactly(
                        tuple(BigDecimal.ZERO, Optional.of(BigDecimal.TEN), 1L),
                        tuple(BigDecimal.TEN, Optional.of(BigDecimal.valueOf(15)), 1L),
                        tuple(BigDecimal.valueOf(200), Optional.empty(), 1L));
    }

    @Test
    void without_a_product_there_is_no_range() {
        try (CatalogueIndex empty = new CatalogueIndex()) {
            Facets facets = empty.facets(Optional.empty(), Filters.NONE);

            assertThat(facets.total()).isZero();
            assertThat(facets.prices().min()).isEmpty();
            assertThat(facets.prices().max()).isEmpty();
            assertThat(facets.regions()).isEmpty();
        }
    }

    @Test
    void words_mean_the_same_as_in_the_list_whatever_the_filters() {
        Filters rose = new Filters(
                List.of(),
                List.of("Rosé"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Facets facets = shelf.index().facets(Optional.of("volnay"), rose);

        assertThat(facets.total()).isZero();
        assertThat(facets.colors()).containsExactly(new Value("Rouge", 1));
        assertThat(shelf.index()
                        .search(new CatalogueQuery(Optional.of("volnay"), rose, CatalogueQuery.Order.RELEVANCE, 0, 10))
                        .total())
                .isZero();
        assertThat(shelf.index().facets(Optional.of("volnya"), Filters.NONE).total())
                .isEqualTo(1);
        assertThat(shelf.index().facets(Optional.of("?!"), Filters.NONE).total())
                .isZero();
    }

    @Test
    void delisted_products_are_not_counted() {
        shelf.delist(aRedWine().sku("12"));

        assertThat(facets(Filters.NONE).total()).isEqualTo(4);
        assertThat(facets(Filters.NONE).countries()).containsExactly(new Value("France", 3));
    }

    private Facets facets(Filters filters) {
        return shelf.index().facets(Optional.empty(), filters);
    }
}
