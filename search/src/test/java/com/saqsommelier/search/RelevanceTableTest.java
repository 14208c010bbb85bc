package com.saqsommelier.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.core.product.Product;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Queries against the genuine catalogue, with what a person would expect: {@code relevance.tsv}. It was written by looking
 * at the catalogue. Skipped where the catalogue is absent. {@code docs/search.md} tells how to run and read it.
 */
class RelevanceTableTest {

    private static final int DEPTH = 20;

    private static final CatalogueIndex INDEX = new CatalogueIndex();
    private static final Map<String, Product> PRODUCTS = new HashMap<>();
    private static List<Expectation> table = List.of();

    @BeforeAll
    static void fill() throws IOException {
        assumeTrue(
                Files.exists(GenuineCatalogue.FILE),
                () -> "skipped: the genuine catalogue is not at " + GenuineCatalogue.FILE.toAbsolutePath());
        List<Product> products = GenuineCatalogue.products();
        products.forEach(product -> PRODUCTS.put(product.sku(), product));
        INDEX.update(products);
        try (InputStream lines =
                Objects.requireNonNull(RelevanceTableTest.class.getResourceAsStream("relevance.tsv"))) {
            table = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Expectation::of)
                    .toList();
        }
    }

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @Test
    void people_find_what_they_expect() {
        double reciprocalRanks = 0;
        int foundInFive = 0;
        List<String> broken = new ArrayList<>();
        for (Expectation expectation : table) {
            List<Product> hits = hits(expectation.query());
            int rank = 1;
            while (rank <= hits.size() && !expectation.isMetBy(hits.get(rank - 1))) {
                rank++;
            }
            reciprocalRanks += rank <= hits.size() ? 1.0 / rank : 0;
            foundInFive += rank <= Math.min(5, hits.size()) ? 1 : 0;
            List<Product> first = hits.subList(0, Math.min(expectation.first(), hits.size()));
            if (first.size() < expectation.first() || !first.stream().allMatch(expectation::isMetBy)) {
                broken.add(expectation.query() + " -> "
                        + hits.stream().limit(5).map(RelevanceTableTest::line).toList());
            }
        }
        double meanReciprocalRank = reciprocalRanks / table.size();
        double successAtFive = (double) foundInFive / table.size();
        System.out.printf(
                Locale.ROOT,
                "Relevance of %d queries: MRR %.3f, success@5 %.3f, all first hits as expected in %d%n",
                table.size(),
                meanReciprocalRank,
                successAtFive,
                table.size() - broken.size());

        assertThat(table).hasSizeGreaterThanOrEqualTo(120);
        assertThat(meanReciprocalRank).as("mean reciprocal rank").isGreaterThanOrEqualTo(0.90);
        assertThat(successAtFive).as("success at 5").isGreaterThanOrEqualTo(0.97);
        assertThat(broken).as("queries whose first hits are not as expected").isEmpty();
    }

    private static List<Product> hits(String query) {
        return INDEX.search(CatalogueQuery.words(query, DEPTH)).skus().stream()
                .map(sku -> Objects.requireNonNull(PRODUCTS.get(sku)))
                .toList();
    }

    private static String line(Product product) {
        return product.sku() + " " + product.name();
    }
}
