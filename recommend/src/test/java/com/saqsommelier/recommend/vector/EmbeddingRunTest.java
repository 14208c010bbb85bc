package com.saqsommelier.recommend.vector;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.embedding.Embeddings;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.vector.EmbeddingRun.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real database, with a model that only counts letters. */
class EmbeddingRunTest {

    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);
    private final LetterEmbedder letters = new LetterEmbedder();
    private final VectorStore store = VectorStore.of(letters, Optional.empty(), database);
    private final List<Integer> progress = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void only_what_is_new_or_changed_is_embedded_and_what_left_the_catalogue_is_forgotten() {
        store(aRedWine().sku("11"), aRedWine().sku("12"));
        assertThat(run()).isEqualTo(new Summary(2, 0, 0, 0));
        assertThat(run()).as("nothing to do").isEqualTo(new Summary(0, 0, 0, 0));

        store(aRedWine().sku("11").named("Autre nom").readAt(later(1)));
        store(aRedWine().sku("12").priced("99.00").readAt(later(1)));
        assertThat(run()).as("the price is not in the text").isEqualTo(new Summary(1, 1, 0, 0));

        products.delist(List.of("12"), later(2));
        assertThat(run()).isEqualTo(new Summary(0, 0, 1, 0));
        assertThat(store.index().hashes()).containsOnlyKeys("11");
        products.relist(List.of("12"));
        assertThat(run()).isEqualTo(new Summary(1, 0, 0, 0));
    }

    @Test
    void a_run_that_was_cut_off_goes_on_where_it_stopped() {
        store(IntStream.range(0, 200)
                .mapToObj(i -> aRedWine().sku(Integer.toString(1_000 + i)))
                .toArray(SampleProduct[]::new));

        assertThatThrownBy(() -> new EmbeddingRun(products, store).run(listener(done -> {
                    throw new IllegalStateException("cut off after " + done);
                })))
                .hasMessage("cut off after 128");

        assertThat(run()).isEqualTo(new Summary(72, 0, 0, 0));
        assertThat(progress).containsExactly(72, 72);
        assertThat(letters.embedded).hasSize(200);
    }

    @Test
    void a_text_on_which_the_model_fails_does_not_keep_the_others_out() {
        store(
                aRedWine().sku("11"),
                aRedWine().sku("12").named("POISON"),
                aRedWine().sku("13"));

        assertThat(run()).isEqualTo(new Summary(2, 0, 0, 1));
        assertThat(store.index().hashes()).containsOnlyKeys("11", "13");
    }

    @Test
    void vectors_of_another_model_are_refused_with_what_to_do_until_they_are_replaced() {
        store(aRedWine().sku("11"));
        run();
        OnnxEmbedder other = OnnxEmbedder.bundled(Path.of("target", "models"));
        try (VectorStore changed = VectorStore.of(other, Optional.empty(), database)) {
            assertThatThrownBy(() -> new EmbeddingRun(products, changed).run(listener(progress::add)))
                    .isInstanceOf(ModelMismatchException.class)
                    .hasMessageContaining("letters (26 dimensions)")
                    .hasMessageContaining("all-MiniLM-L6-v2-q (384 dimensions)")
                    .hasMessageContaining("SOMMELIER_EMBEDDING_MODEL")
                    .hasMessageContaining("embed --replace");
            assertThat(changed.otherModel()).contains(LetterEmbedder.MODEL);

            assertThat(new EmbeddingRun(products, changed).replace(listener(progress::add)))
                    .isEqualTo(new Summary(1, 0, 0, 0));
            assertThat(changed.otherModel()).isEmpty();
            assertThat(changed.index().nearest(other.embed(List.of("red wine")).getFirst(), 1, Optional.empty()))
                    .hasSize(1);
        }
    }

    @Test
    void reconciling_mends_an_index_that_somebody_else_changed() {
        store(aRedWine().sku("11"), aRedWine().sku("12"));
        run();
        store.index().delete(List.of("11"));
        store.index().upsert(List.of(new VectorIndex.Entry("99", "of a product that is not there", new float[26])));

        assertThat(run()).as("a run trusts the last one").isEqualTo(new Summary(0, 0, 0, 0));
        assertThat(new EmbeddingRun(products, store).reconcile(listener(progress::add)))
                .isEqualTo(new Summary(1, 1, 1, 0));
        assertThat(store.index().hashes()).containsOnlyKeys("11", "12");
    }

    @Test
    void what_a_crawl_finds_is_embedded_in_the_background() {
        try (EmbeddingFollower follower = EmbeddingFollower.start(products, store, Duration.ofMillis(20))) {
            assertThat(follower).isNotNull();
            store(aRedWine().sku("11"));
            await().until(() -> store.index().hashes().containsKey("11"));
            database.jdbc().sql("ALTER TABLE embeddings RENAME TO away").update();
            store(aRedWine().sku("12"));
            database.jdbc().sql("ALTER TABLE away RENAME TO embeddings").update();
            await().until(() -> store.index().hashes().containsKey("12"));
        }
    }

    @Test
    void what_another_process_embeds_is_found_with_the_next_question() {
        store(aRedWine().sku("11"));
        run();
        StoredVectorIndex replica = new StoredVectorIndex(new Embeddings(database), LetterEmbedder.MODEL);
        float[] question = letters.embed(List.of("a red wine")).getFirst();
        assertThat(replica.nearest(question, 5, Optional.empty())).hasSize(1);

        store(aRedWine().sku("12"));
        run();
        assertThat(replica.nearest(question, 5, Optional.empty())).hasSize(2);
        database.jdbc().sql("ALTER TABLE embeddings RENAME TO away").update();
        assertThat(replica.nearest(question, 5, Optional.empty()))
                .as("the database is away")
                .hasSize(2);
    }

    private void store(SampleProduct... samples) {
        for (SampleProduct sample : samples) {
            products.store(sample.reading());
        }
    }

    private Summary run() {
        return new EmbeddingRun(products, store).run(listener(progress::add));
    }

    private EmbeddingRun.Listener listener(java.util.function.IntConsumer done) {
        return new EmbeddingRun.Listener() {
            @Override
            public void products(int count) {
                progress.clear();
                progress.add(count);
            }

            @Override
            public void done(int count) {
                done.accept(count);
            }
        };
    }

    private static Instant later(int days) {
        return SampleProduct.READ_AT.plus(Duration.ofDays(days));
    }
}
