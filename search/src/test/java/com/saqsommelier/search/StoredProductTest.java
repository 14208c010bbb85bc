package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredProductTest {

    @Test
    void a_product_is_the_same_but_for_what_belongs_to_saq() {
        for (SampleProduct sample : List.of(aRedWine().priced("24.50"), aProductNamed("Cidre"))) {
            Product product = sample.stored();

            Product read = StoredProduct.read(StoredProduct.write(product));

            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("facts.label.description", "facts.label.image")
                    .isEqualTo(product);
            assertThat(read.facts().label().description()).isNull();
            assertThat(read.facts().label().image()).isNull();
            assertThat(read.facts().offer().price())
                    .isEqualTo(product.facts().offer().price());
        }
    }

    @Test
    void an_index_finds_a_product_by_its_sku_and_forgets_it_when_it_is_delisted() {
        try (Shelf shelf = Shelf.of(aRedWine().sku("11"), aRedWine().sku("12"))) {
            assertThat(shelf.index().find("11").map(Product::sku)).contains("11");
            assertThat(shelf.index().find("13")).isEmpty();

            shelf.delist(aRedWine().sku("11"));

            assertThat(shelf.index().find("11")).isEmpty();
        }
    }

    @Test
    void an_export_hands_over_all_or_nothing() {
        try (Shelf shelf =
                Shelf.of(aRedWine().sku("11"), aRedWine().sku("12"), aRedWine().sku("13"))) {
            List<String> exported = new ArrayList<>();

            long total = shelf.index().export(all(3), product -> exported.add(product.sku()));
            long tooMany = shelf.index().export(all(2), product -> exported.add("never"));

            assertThat(total).isEqualTo(3);
            assertThat(tooMany).isEqualTo(3);
            assertThat(exported).containsExactly("11", "12", "13");
        }
    }

    @Test
    void a_value_too_long_for_a_term_does_not_stop_the_index() {
        String endless = "É".repeat(40_000);
        try (Shelf shelf = Shelf.of(aRedWine()
                .sku("11")
                .named(endless)
                .from(endless, endless + ", " + endless, endless)
                .madeBy(endless)
                .grapes(endless)
                .filedUnder("Produits", endless))) {
            assertThat(shelf.index().size()).isEqualTo(1);
            assertThat(shelf.index()
                            .facets(Optional.empty(), CatalogueQuery.Filters.NONE)
                            .regions())
                    .isNotEmpty();
        }
    }

    private static CatalogueQuery all(int limit) {
        return new CatalogueQuery(Optional.empty(), CatalogueQuery.Filters.NONE, CatalogueQuery.Order.NAME, 0, limit);
    }
}
