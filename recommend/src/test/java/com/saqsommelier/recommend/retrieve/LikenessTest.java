package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.vector.ChromaServer;
import com.saqsommelier.recommend.vector.ChromaSettings;
import com.saqsommelier.recommend.vector.ChromaVectorIndex;
import com.saqsommelier.recommend.vector.CircuitBreakingVectorIndex;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.search.CatalogueIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real index and the real sentence model. */
class LikenessTest {

    private static final Embedder EMBEDDER = OnnxEmbedder.bundled(Path.of("target", "models"));

    private static final String OAKED = "Matured for two years in oak barrels, with notes of vanilla, toast and smoke.";
    private static final String OAKED_TOO = "Aged in barrels of oak; smoky, toasted, with vanilla.";
    private static final String FLORAL = "A wine of the spring: violets, strawberries and a touch of rose petals.";

    private final CatalogueIndex index = new CatalogueIndex();

    private final Product wine = malbec("11").described(OAKED).stored();
    private final Product floral = malbec("12").described(FLORAL).stored();
    private final Product oaked = malbec("13").described(OAKED_TOO).stored();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void of_what_is_alike_by_facts_the_text_that_means_the_same_comes_first() {
        stock(wine, floral, oaked);

        assertThat(alike(Optional.empty())).containsExactly("12", "13");
        assertThat(alike(embedded(wine, floral, oaked))).containsExactly("13", "12");
    }

    @Test
    void a_text_alone_does_not_lift_another_kind_of_wine_above_the_same_kind() {
        Product other =
                red("14", "Gamay", "France", "Beaujolais").described(OAKED).stored();
        stock(wine, floral, oaked, other);

        assertThat(alike(embedded(wine, floral, oaked, other))).containsExactly("13", "12", "14");
    }

    @Test
    void never_itself_nor_another_size_of_it_however_near_its_vector_is() {
        Product magnum = malbec("15")
                .named("Bouteille 11 Magnum")
                .madeBy("Maison 11")
                .described(OAKED)
                .stored();
        stock(wine, floral, oaked, magnum);

        assertThat(alike(embedded(wine, floral, oaked, magnum))).containsExactly("13", "12");
    }

    @Test
    void without_a_vector_of_its_own_a_product_is_compared_by_facts() {
        stock(wine, floral, oaked);

        assertThat(alike(embedded(floral, oaked))).containsExactly("12", "13");
        assertThat(alike(embedded())).containsExactly("12", "13");
    }

    @Test
    void what_is_not_embedded_yet_comes_behind_what_is_as_alike_and_does_not_vanish() {
        stock(wine, floral, oaked);

        assertThat(alike(embedded(wine, oaked))).containsExactly("13", "12");
    }

    @Test
    void a_product_that_left_the_catalogue_is_compared_by_facts() {
        stock(floral, oaked);

        assertThat(alike(embedded(floral, oaked))).containsExactly("12", "13");
    }

    @Test
    void no_more_than_asked_for_and_the_nearest_of_them() {
        stock(wine, floral, oaked);

        assertThat(new Likeness(index, embedded(wine, floral, oaked)).to(wine, 1))
                .extracting(Product::sku)
                .containsExactly("13");
    }

    @Test
    void a_chroma_that_stops_leaves_the_ranking_by_facts(@TempDir Path directory) throws IOException {
        stock(wine, floral, oaked);
        try (ChromaServer server = ChromaServer.start(directory);
                VectorIndex chroma = new CircuitBreakingVectorIndex(
                        EMBEDDER.model(),
                        () -> new ChromaVectorIndex(ChromaSettings.at(server.uri()), "likeness", EMBEDDER.model()),
                        Duration.ofMinutes(1),
                        InstantSource.system())) {
            chroma.upsert(entries(wine, floral, oaked));
            Optional<Vectors> vectors = Optional.of(new Vectors(EMBEDDER, chroma));
            assertThat(alike(vectors)).containsExactly("13", "12");

            server.close();

            assertThat(alike(vectors)).as("when it fails").containsExactly("12", "13");
            assertThat(alike(vectors)).as("while it rests").containsExactly("12", "13");
        }
    }

    private void stock(Product... products) {
        index.update(List.of(products));
    }

    private List<String> alike(Optional<Vectors> vectors) {
        return new Likeness(index, vectors)
                .to(wine, 10).stream().map(Product::sku).toList();
    }

    private static Optional<Vectors> embedded(Product... products) {
        VectorIndex vectors = new ExactVectorIndex(EMBEDDER.model());
        vectors.upsert(entries(products));
        return Optional.of(new Vectors(EMBEDDER, vectors));
    }

    private static List<VectorIndex.Entry> entries(Product... products) {
        return Stream.of(products)
                .map(product -> new VectorIndex.Entry(
                        product.sku(),
                        "hash",
                        EMBEDDER.embed(List.of(ProductText.of(new Profiler().profile(product))
                                        .text()))
                                .getFirst()))
                .toList();
    }

    private static SampleProduct malbec(String sku) {
        return red(sku, "Malbec", "Argentine", "Mendoza");
    }
}
