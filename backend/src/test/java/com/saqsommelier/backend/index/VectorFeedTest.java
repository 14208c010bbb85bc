package com.saqsommelier.backend.index;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.embedding.Embeddings;
import com.saqsommelier.core.embedding.VectorStores;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.vector.ChromaSettings;
import com.saqsommelier.recommend.vector.VectorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The backend with the real sentence model. */
class VectorFeedTest {

    private static final String KEY = "the key";
    private static final Path MODELS = Path.of("target", "models");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);

    @BeforeEach
    void stock() {
        products.store(aRedWine().sku("11").reading());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void new_products_are_embedded_in_the_background_and_questions_are_answered() {
        try (Backend backend = start(VectorSettings.bundled(MODELS))) {
            Embeddings embeddings = new Embeddings(database);
            await().atMost(SOON).until(() -> embeddings.hashes().containsKey("11"));
            products.store(aRedWine().sku("12").reading());
            await().atMost(SOON).until(() -> embeddings.hashes().containsKey("12"));

            assertThat(ask(backend).products()).hasSize(2);
        }
    }

    @Test
    void of_products_that_are_alike_by_facts_the_one_whose_text_is_nearer_comes_first_once_both_are_embedded() {
        products.store(aRedWine()
                .sku("12")
                .named("Fleurs")
                .madeBy("A")
                .described("A wine of the spring: violets, strawberries and rose petals.")
                .reading());
        products.store(aRedWine()
                .sku("13")
                .named("Bois")
                .madeBy("B")
                .described("Aged in barrels of oak; smoky, toasted, with vanilla.")
                .reading());
        products.store(aRedWine()
                .sku("14")
                .named("Chêne")
                .madeBy("C")
                .described("Matured for two years in oak barrels, with vanilla, toast and smoke.")
                .reading());
        try (Backend backend = start(VectorSettings.bundled(MODELS))) {
            // The index has them at the start, the vectors come in the background, and no answer waits for these.
            assertThat(similar(backend, "14")).containsExactlyInAnyOrder("11", "12", "13");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(similar(backend, "14")).startsWith("13"));
        }
    }

    @Test
    void without_chroma_similar_products_are_those_by_facts() {
        products.store(aRedWine().sku("12").named("Fleurs").madeBy("A").reading());
        try (Backend backend = start(new VectorSettings(
                Optional.empty(), Optional.of(ChromaSettings.at(URI.create("http://127.0.0.1:1"))), MODELS))) {
            assertThat(similar(backend, "11")).containsExactly("12");
            assertThat(similar(backend, "11")).containsExactly("12");
        }
    }

    @Test
    void without_chroma_questions_are_answered_by_facts_and_words() {
        try (Backend backend = start(new VectorSettings(
                Optional.empty(), Optional.of(ChromaSettings.at(URI.create("http://127.0.0.1:1"))), MODELS))) {
            assertThat(ask(backend).products()).hasSize(1);
            assertThat(ask(backend).products()).hasSize(1);
        }
    }

    @Test
    void vectors_of_another_model_are_left_alone_and_questions_are_answered() {
        new VectorStores(database).begin("database", "another", 7);

        try (Backend backend = start(VectorSettings.bundled(MODELS))) {
            assertThat(ask(backend).products()).hasSize(1);
        }
        assertThat(new VectorStores(database).find("database")).contains(new VectorStores.State("another", 7, 0));
    }

    @Test
    void a_directory_that_holds_no_model_stops_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new VectorSettings(Optional.of(Path.of("nowhere")), Optional.empty(), MODELS)))
                .withMessageContaining("model.onnx");
    }

    private Backend start(VectorSettings vectors) {
        return Backend.start(new BackendSettings(0, Optional.of(KEY), true).withVectors(vectors), database);
    }

    private static List<String> similar(Backend backend, String sku) {
        return new ApiClient(backend.baseUrl(), Optional.of(KEY))
                .products().similar(sku, null).products().stream()
                        .map(ProductView::sku)
                        .toList();
    }

    private static RecommendationView ask(Backend backend) {
        return new ApiClient(backend.baseUrl(), Optional.of(KEY))
                .recommendations()
                .recommend(new RecommendationRequest("tg:1", "un rouge", "fr", null));
    }
}
