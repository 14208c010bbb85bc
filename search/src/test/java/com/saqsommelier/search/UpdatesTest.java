package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    @Test
    void an_empty_index_answers_nothing() {
        try (Shelf shelf = Shelf.of()) {
            assertThat(shelf.index().size()).isZero();
            assertThat(shelf.find("chateau")).isEmpty();
            assertThat(shelf.passing(Filters.NONE)).isEmpty();
        }
    }

    @Test
    void a_changed_product_replaces_itself() {
        try (Shelf shelf = Shelf.of(aProductNamed("Avant").sku("11").priced("10"))) {
            shelf.put(aProductNamed("Après").sku("11").priced("20"));

            assertThat(shelf.index().size()).isEqualTo(1);
            assertThat(shelf.find("avant")).isEmpty();
            assertThat(shelf.find("apres")).containsExactly("11");
        }
    }

    @Test
    void the_last_of_several_changes_in_one_batch_stays() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Avant").sku("11"), aProductNamed("Après").sku("11"))) {
            assertThat(shelf.find("avant")).isEmpty();
            assertThat(shelf.find("apres")).containsExactly("11");
        }
    }

    @Test
    void a_delisted_product_is_in_no_answer_and_a_relisted_one_comes_back() {
        try (Shelf shelf = Shelf.of(aRedWine().sku("11"), aRedWine().sku("12"))) {
            shelf.delist(aRedWine().sku("11"));

            assertThat(shelf.index().size()).isEqualTo(1);
            assertThat(shelf.find("sample")).containsExactly("12");
            assertThat(shelf.find("11")).isEmpty();
            assertThat(shelf.passing(Filters.NONE)).containsExactly("12");
            assertThat(shelf.sorted(Order.NAME)).containsExactly("12");

            shelf.put(aRedWine().sku("11"));

            assertThat(shelf.find("sample")).containsExactly("11", "12");
        }
    }

    @Test
    void the_order_does_not_depend_on_what_the_index_went_through() {
        try (Shelf changed = Shelf.of();
                Shelf rebuilt = Shelf.of()) {
            List<String> names = List.of("Château Rouge", "Château Noir", "Rouge Gorge", "Noir Château", "Tignanello");
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < names.size(); i++) {
                    changed.put(aProductNamed(names.get((i + round + 1) % names.size()))
                            .sku(Integer.toString(11 + i)));
                }
            }
            for (int i = 0; i < names.size(); i++) {
                rebuilt.put(aProductNamed(names.get(i)).sku(Integer.toString(11 + i)));
            }

            for (String words : List.of("chateau", "chateau rouge", "rouge noir tignanello", "chateua")) {
                assertThat(changed.find(words)).isEqualTo(rebuilt.find(words)).isNotEmpty();
            }
        }
    }

    @Test
    void no_answer_mixes_two_states_of_a_product() throws Exception {
        SampleProduct cheap = aProductNamed("Bon marché").sku("11").priced("10");
        SampleProduct dear = aProductNamed("Hors de prix").sku("11").priced("90");
        try (Shelf shelf = Shelf.of(cheap);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> changes = threads.submit(() -> {
                for (int i = 0; i < 500; i++) {
                    shelf.put(i % 2 == 0 ? dear : cheap);
                }
            });

            List<Product> found = new ArrayList<>();
            long facets = 0;
            while (!changes.isDone()) {
                found.addAll(
                        shelf.index().search(CatalogueQuery.words("prix", 5)).products());
                found.addAll(
                        shelf.index().search(CatalogueQuery.words("marche", 5)).products());
                shelf.index().find("11").ifPresent(found::add);
                Facets counted = shelf.index().facets(Optional.empty(), Filters.NONE);
                facets += counted.total();
                assertThat(counted.prices().min()).isEqualTo(counted.prices().max());
            }

            changes.get();
            assertThat(facets).isPositive();
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(product -> assertThat(product.facts().offer().price())
                            .isEqualByComparingTo(product.name().equals("Bon marché") ? "10" : "90"));
        }
    }
}
