package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds for whatever a person types. */
class SearchPropertiesTest {

    private static final int SIZE = 60;
    private static final Shelf SHELF = Shelf.of(IntStream.range(0, SIZE)
            .mapToObj(number -> aRedWine()
                    .sku(Integer.toString(10_000 + number))
                    .named(List.of("Château Margaux", "Domaine du Merle", "Étoile")
                                    .get(number % 3) + " " + number)
                    .priced(number % 7 == 0 ? null : (10 + number % 5) + ".00"))
            .toArray(SampleProduct[]::new));

    @AfterContainer
    static void close() {
        SHELF.close();
    }

    @Property(tries = 1000)
    void any_text_is_answered_with_products_of_the_catalogue(@ForAll @StringLength(max = 200) String text) {
        Matches matches = SHELF.index().search(CatalogueQuery.words(text, Shelf.PAGE));

        assertThat(matches.total()).isBetween((long) matches.products().size(), (long) SIZE);
        assertThat(new HashSet<>(matches.skus())).hasSameSizeAs(matches.skus());
    }

    @Property(tries = 300)
    void a_list_its_facets_and_its_random_product_agree(@ForAll("typed") String text) {
        long total = SHELF.index().search(CatalogueQuery.words(text, 1)).total();

        assertThat(SHELF.index().facets(Optional.of(text), Filters.NONE).total())
                .isEqualTo(total);
        assertThat(SHELF.index()
                        .random(Optional.of(text), Filters.NONE, new Random(1))
                        .isPresent())
                .isEqualTo(total > 0);
    }

    @Property(tries = 300)
    void the_pages_of_a_list_are_the_list(
            @ForAll("typed") String text, @ForAll Order order, @ForAll @IntRange(min = 1, max = 25) int perPage) {
        List<String> whole = page(text, order, 0, SIZE);
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < SIZE; offset += perPage) {
            pages.addAll(page(text, order, offset, perPage));
        }

        assertThat(pages).isEqualTo(whole);
    }

    @Property(tries = 300)
    void case_and_blanks_around_do_not_matter(@ForAll("typed") String text) {
        assertThat(SHELF.find("  " + text.toUpperCase(Locale.ROOT) + " ")).isEqualTo(SHELF.find(text));
    }

    /** Words of the catalogue, cut, misspelt or between others. */
    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> word = Arbitraries.of(
                "château", "margaux", "domaine", "merle", "étoile", "du", "12", "2019", "bordeaux", "merlot", "zzz");
        Arbitrary<String> cut = Combinators.combine(word, Arbitraries.integers().between(1, 9))
                .as((whole, length) -> whole.substring(0, Math.min(length, whole.length())));
        return Arbitraries.oneOf(word, word, cut)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join(" ", words));
    }

    private static List<String> page(String text, Order order, int offset, int limit) {
        return SHELF.index()
                .search(new CatalogueQuery(Optional.of(text), Filters.NONE, order, offset, limit))
                .skus();
    }
}
