package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.search.CatalogueQuery.Filters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RandomTest {

    private static final Filters CHEAP = new Filters(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("19")),
            Optional.empty());

    private final Shelf shelf = new Shelf();

    RandomTest() {
        // One by one, so that the products lie in several segments and some are deleted.
        IntStream.range(0, 20)
                .forEach(
                        i -> shelf.put(aRedWine().sku(Integer.toString(100 + i)).priced(Integer.toString(10 + i))));
        shelf.delist(aRedWine().sku("100"));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void every_match_is_as_likely_as_the_others() {
        RandomGenerator chance = new Random(7);

        Map<String, Long> drawn = Stream.generate(() -> draw(CHEAP, chance).orElseThrow())
                .limit(9000)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(drawn.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(101, 110).mapToObj(Integer::toString).toList());
        // 1000 expected with a standard deviation of 30; the seed makes the figures the same each time.
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(880L, 1120L));
    }

    @Test
    void the_same_seed_draws_the_same() {
        assertThat(draw(Filters.NONE, new Random(3))).isEqualTo(draw(Filters.NONE, new Random(3)));
    }

    @Test
    void words_narrow_the_draw() {
        assertThat(shelf.index()
                        .random(Optional.of("107"), Filters.NONE, new Random(1))
                        .map(Product::sku))
                .contains("107");
    }

    @Test
    void nothing_is_drawn_from_nothing() {
        assertThat(shelf.index().random(Optional.of("zyx"), Filters.NONE, new Random(1)))
                .isEmpty();
    }

    private Optional<String> draw(Filters filters, RandomGenerator chance) {
        return shelf.index().random(Optional.empty(), filters, chance).map(Product::sku);
    }
}
