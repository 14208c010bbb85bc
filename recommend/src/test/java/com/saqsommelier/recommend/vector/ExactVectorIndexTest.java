package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.saqsommelier.recommend.vector.VectorIndex.Entry;
import com.saqsommelier.recommend.vector.VectorIndex.Neighbour;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExactVectorIndexTest extends VectorIndexKit {

    private static final int DIMENSION = 384;
    private static final int PRODUCTS = 3 * VectorBlock.WIDTH + 1;

    private final Random random = new Random(11);

    @Override
    VectorIndex empty() {
        return new ExactVectorIndex(MODEL);
    }

    @Test
    void products_that_come_change_and_go_in_any_order_keep_their_own_vectors() {
        VectorIndex index = new ExactVectorIndex(new EmbeddingModelName("test", DIMENSION));
        Map<String, float[]> expected = new HashMap<>();
        for (int step = 0; step < 6 * PRODUCTS; step++) {
            String sku = Integer.toString(random.nextInt(PRODUCTS));
            if (random.nextInt(3) == 0) {
                expected.remove(sku);
                index.delete(Set.of(sku));
            } else {
                float[] vector = random(random, DIMENSION);
                expected.put(sku, vector);
                index.upsert(List.of(new Entry(sku, "hash", vector)));
            }
        }

        float[] question = random(random, DIMENSION);
        List<Neighbour> all = index.nearest(question, PRODUCTS, Optional.empty());
        assertThat(all)
                .hasSameSizeAs(expected.keySet())
                .allSatisfy(found -> assertThat(found.similarity())
                        .isCloseTo(
                                dot(question, Objects.requireNonNull(expected.get(found.sku()))), within(PRECISION)));
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Neighbour::similarity).reversed());

        index.delete(expected.keySet());
        assertThat(index.nearest(question, PRODUCTS, Optional.empty())).isEmpty();
        assertThat(index.hashes()).isEmpty();
    }
}
