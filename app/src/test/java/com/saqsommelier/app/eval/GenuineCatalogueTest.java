package com.saqsommelier.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.recommend.eval.EvalQuestions;
import com.saqsommelier.recommend.eval.EvalResult;
import com.saqsommelier.recommend.eval.EvalRun;
import com.saqsommelier.recommend.eval.EvalTable;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.search.CatalogueIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All questions over the genuine catalogue without vectors, which {@code eval} asks with them. Skipped where it is absent. */
class GenuineCatalogueTest {

    @Test
    void every_demand_is_met_on_the_genuine_catalogue_without_vectors_too() throws IOException {
        Optional<EvalCatalogue> genuine = EvalCatalogue.genuine(Path.of(".."));
        assumeTrue(genuine.isPresent(), "skipped: the genuine catalogue is not beside the project");
        ProductShelf shelf = new ProductShelf();
        shelf.update(genuine.get().products());
        try (CatalogueIndex words = new CatalogueIndex()) {
            words.update(genuine.get().products());
            Sommelier sommelier = new Sommelier(shelf, words, Optional.empty());

            EvalResult result = new EvalResult(
                    genuine.get().name(),
                    genuine.get().products().size(),
                    false,
                    new EvalRun(shelf, sommelier).run(EvalQuestions.all(), question -> {}));

            assertThat(result.holds()).as(EvalTable.of(result)).isTrue();
        }
    }
}
