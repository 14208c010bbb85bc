package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.saqsommelier.recommend.vector.VectorIndex.Entry;
import com.saqsommelier.recommend.vector.VectorIndex.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every vector index must do. */
abstract class VectorIndexKit {

    static final EmbeddingModelName MODEL = new EmbeddingModelName("kit", 8);

    /** See {@link Neighbour#similarity()}. */
    static final double PRECISION = 2e-4;

    private VectorIndex index;

    /** An empty index for vectors of {@link #MODEL}. */
    abstract VectorIndex empty();

    @BeforeEach
    void open() {
        index = empty();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void the_nearest_comes_first_with_its_cosine() {
        index.upsert(List.of(entry("11", 1, 0), entry("12", 0, 1), entry("13", 0.6f, 0.8f)));

        List<Neighbour> found = index.nearest(vector(1, 0), 2, Optional.empty());

        assertThat(found).extracting(Neighbour::sku).containsExactly("11", "13");
        assertThat(found.get(0).similarity()).isCloseTo(1, within(PRECISION));
        assertThat(found.get(1).similarity()).isCloseTo(0.6, within(PRECISION));
    }

    @Test
    void an_empty_index_finds_nothing() {
        assertThat(index.nearest(vector(1, 0), 5, Optional.empty())).isEmpty();
        assertThat(index.hashes()).isEmpty();
    }

    @Test
    void only_the_products_that_are_allowed_are_found() {
        index.upsert(List.of(entry("11", 1, 0), entry("12", 0, 1), entry("13", 0.6f, 0.8f)));

        assertThat(index.nearest(vector(1, 0), 5, Optional.of(Set.of("12", "13", "99"))))
                .extracting(Neighbour::sku)
                .containsExactly("13", "12");
        assertThat(index.nearest(vector(1, 0), 5, Optional.of(Set.of()))).isEmpty();
    }

    @Test
    void a_product_has_one_vector_the_last_one() {
        index.upsert(List.of(entry("11", 1, 0)));
        index.upsert(List.of(new Entry("11", "other", vector(0, 1))));

        assertThat(index.nearest(vector(0, 1), 5, Optional.empty()))
                .singleElement()
                .satisfies(found -> assertThat(found.similarity()).isCloseTo(1, within(PRECISION)));
        assertThat(index.hashes()).containsOnly(java.util.Map.entry("11", "other"));
    }

    @Test
    void a_deleted_product_is_found_no_more_and_deleting_the_unknown_does_no_harm() {
        index.upsert(List.of(entry("11", 1, 0), entry("12", 0, 1)));
        index.delete(List.of("11", "99"));
        index.delete(List.of());

        assertThat(index.nearest(vector(1, 0), 5, Optional.empty()))
                .extracting(Neighbour::sku)
                .containsExactly("12");
        assertThat(index.hashes()).containsOnlyKeys("12");
    }

    @Test
    void vectors_are_given_back_as_they_were_stored_and_none_for_products_without() {
        index.upsert(List.of(entry("11", 1, 0), entry("12", 0, 1), entry("13", 0.6f, 0.8f)));
        index.delete(List.of("12"));

        assertThat(index.vectors(Set.of("11", "12", "13", "99")))
                .containsOnlyKeys("11", "13")
                .containsEntry("11", vector(1, 0))
                .hasEntrySatisfying(
                        "13", found -> assertThat(found).containsExactly(vector(0.6f, 0.8f), within(5e-4f)));
        assertThat(index.vectors(Set.of())).isEmpty();
    }

    @Test
    void equal_similarity_is_ordered_by_sku() {
        index.upsert(List.of(entry("13", 1, 0), entry("11", 1, 0), entry("12", 1, 0)));

        assertThat(index.nearest(vector(1, 0), 3, Optional.empty()))
                .extracting(Neighbour::sku)
                .containsExactly("11", "12", "13");
    }

    @Test
    void a_vector_of_a_wrong_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.upsert(List.of(new Entry("11", "h", new float[] {1}))))
                .withMessageContaining("kit (8 dimensions)");
        assertThatIllegalArgumentException().isThrownBy(() -> index.nearest(new float[] {1}, 1, Optional.empty()));
    }

    @Test
    void it_finds_what_a_comparison_with_every_vector_finds_among_thousands() {
        Random random = new Random(7);
        List<Entry> entries = IntStream.range(0, 2_000)
                .mapToObj(i -> new Entry(Integer.toString(10_000 + i), "h" + i, random(random)))
                .toList();
        index.upsert(entries);
        Set<String> even = entries.stream()
                .map(Entry::sku)
                .filter(sku -> Integer.parseInt(sku) % 2 == 0)
                .collect(Collectors.toSet());
        int shared = 0;
        for (int i = 0; i < 20; i++) {
            float[] question = random(random);
            List<String> expected = new ArrayList<>(entries.stream()
                    .filter(entry -> even.contains(entry.sku()))
                    .sorted((one, other) -> Double.compare(dot(question, other.vector()), dot(question, one.vector())))
                    .limit(10)
                    .map(Entry::sku)
                    .toList());
            expected.retainAll(index.nearest(question, 10, Optional.of(even)).stream()
                    .map(Neighbour::sku)
                    .toList());
            shared += expected.size();
        }
        assertThat(index.hashes()).hasSize(2_000).containsEntry("10007", "h7");
        assertThat(shared / 200.0).as("recall@10 against exact").isGreaterThanOrEqualTo(0.99);
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] random(Random random) {
        return random(random, MODEL.dimension());
    }

    /** A vector of length 1 in any direction. */
    static float[] random(Random random, int dimension) {
        float[] vector = new float[dimension];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static Entry entry(String sku, float x, float y) {
        return new Entry(sku, "hash of " + sku, vector(x, y));
    }

    private static float[] vector(float x, float y) {
        return new float[] {x, y, 0, 0, 0, 0, 0, 0};
    }
}
