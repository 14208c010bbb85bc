package com.saqsommelier.bench;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.Facets;
import com.saqsommelier.search.Matches;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The index alone: 200 distinct searches and as many facets in turns, and how long it takes to build. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class SearchBenchmark {

    /** How many products the index holds. */
    @Param("38000")
    public int products;

    private final CatalogueIndex index = new CatalogueIndex();
    private List<Product> all = List.of();
    private List<String> words = List.of();
    private int turn;

    /** Builds the index. */
    @Setup
    public void fill() {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(Questions.SEED, products);
        all = IntStream.range(0, products)
                .mapToObj(number -> product(GeneratedReadings.of(catalogue.product(number)), number))
                .toList();
        index.update(all);
        words = new Questions(products).words();
    }

    /** Lets go of it. */
    @TearDown
    public void close() {
        index.close();
    }

    /** The first twenty products for the first words of a name. */
    @Benchmark
    public Matches search() {
        return index.search(CatalogueQuery.words(next(), 20));
    }

    /** The same words with a typo, for which the whole way to the lenient meaning is gone. */
    @Benchmark
    public Matches misspelt() {
        String right = next();
        return index.search(CatalogueQuery.words(right.charAt(0) + "x" + right.substring(1), 20));
    }

    /** Facets of the same words. */
    @Benchmark
    public Facets facets() {
        return index.facets(Optional.of(next()), Filters.NONE);
    }

    /** An index of everything, from nothing. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    public int build() {
        try (CatalogueIndex fresh = new CatalogueIndex()) {
            fresh.update(all);
            return fresh.size();
        }
    }

    private String next() {
        turn = (turn + 1) % words.size();
        return words.get(turn);
    }

    private static Product product(ProductReading reading, int revision) {
        return new Product(
                reading.sku(),
                reading.url(),
                reading.facts(),
                reading.readAt(),
                reading.readAt(),
                reading.readAt(),
                null,
                List.of(),
                null,
                revision);
    }
}
