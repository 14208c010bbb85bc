package com.saqsommelier.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.recommend.eval.wish.BottleRecord;
import com.saqsommelier.recommend.eval.wish.WishFloors;
import com.saqsommelier.recommend.eval.wish.WishResult;
import com.saqsommelier.recommend.eval.wish.WishRun;
import com.saqsommelier.recommend.eval.wish.WishSet;
import com.saqsommelier.recommend.eval.wish.WishTable;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.search.CatalogueIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wishes by facts and words alone, which takes seconds; {@code eval} asks them with vectors too. */
class WishesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path SHARED = PROJECT.resolve("../shared/wishes");

    /** Rises as the answers get better: the aim is {@link WishFloors#AIM}. */
    private static final WishFloors REACHED = new WishFloors(0.97, 0.85, 0, 0.90, 0.9, 0.97);

    @Test
    void the_shared_wishes_over_the_genuine_catalogue_reach_what_was_reached_before() throws IOException {
        Optional<Path> genuine = EvalCatalogue.genuineFile(PROJECT);
        assumeTrue(
                genuine.isPresent() && Files.isDirectory(SHARED),
                "skipped: the shared wishes and the genuine catalogue are not beside the project");

        WishResult result = ask(EvalCatalogue.complete(genuine.get()), WishSet.of(SHARED));

        assertThat(REACHED.missed(result)).as(WishTable.of(result)).isEmpty();
    }

    @Test
    void the_catalogue_is_completed_with_what_it_lacks_each_with_a_breadcrumb_and_in_stock() {
        EvalCatalogue catalogue = EvalCatalogue.completeGenerated(10);

        assertThat(catalogue.records()).hasSizeGreaterThan(130);
        for (String kind : List.of(
                "Champagne",
                "Vin mousseux",
                "Porto",
                "Xérès",
                "Vin de glace",
                "Cidre",
                "Bière",
                "Vin désalcoolisé",
                "Vin de dessert",
                "Hydromel")) {
            assertThat(catalogue.records())
                    .as(kind)
                    .filteredOn(record -> record.breadcrumb().contains(kind))
                    .hasSizeGreaterThan(1);
        }
        assertThat(catalogue.products())
                .allMatch(product -> Boolean.TRUE.equals(product.facts().offer().available()));
        assertThat(catalogue.records()).extracting(BottleRecord::sku).doesNotHaveDuplicates();
    }

    private static WishResult ask(EvalCatalogue catalogue, WishSet wishes) {
        ProductShelf shelf = new ProductShelf();
        shelf.update(catalogue.products());
        try (CatalogueIndex words = new CatalogueIndex()) {
            words.update(catalogue.products());
            return new WishRun(new Sommelier(shelf, words, Optional.empty()), catalogue.records()).run(wishes);
        }
    }
}
