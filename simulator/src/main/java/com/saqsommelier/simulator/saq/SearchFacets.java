package com.saqsommelier.simulator.saq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Counts the products of a result by category, country and price. As documented, a facet leaves the filters on its own
 * attribute aside; a product without a value is in none of its buckets.
 */
final class SearchFacets {

    /** "Each aggregation returns a maximum of 1000 facets." */
    private static final int MOST_BUCKETS = 1_000;

    private static final double[] PRICE_BOUNDS = {
        0, 10, 15, 20, 25, 30, 40, 50, 75, 100, 200, 500, Double.POSITIVE_INFINITY
    };

    private final SearchIndex index;
    private final IntPredicate phrase;
    private final List<SearchFilter> filters;

    SearchFacets(SearchIndex index, IntPredicate phrase, List<SearchFilter> filters) {
        this.index = index;
        this.phrase = phrase;
        this.filters = filters;
    }

    List<Map<String, Object>> all() {
        return List.of(
                facet("categories", "Catégories", "PINNED", categories()),
                facet("price", "Prix", "PINNED", prices()),
                facet("pays_origine", "Pays", "INTELLIGENT", countries()));
    }

    private List<Map<String, Object>> categories() {
        Map<String, Integer> counts = new HashMap<>();
        rows("categories").forEach(row -> index.categories(row).forEach(path -> counts.merge(path, 1, Integer::sum)));
        return scalars(counts);
    }

    private List<Map<String, Object>> countries() {
        Map<String, Integer> counts = new HashMap<>();
        rows("pays_origine").forEach(row -> counts.merge(index.country(row), 1, Integer::sum));
        counts.remove("");
        return scalars(counts);
    }

    private List<Map<String, Object>> prices() {
        int[] counts = new int[PRICE_BOUNDS.length - 1];
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        rows("price").forEach(row -> {
            double price = index.price(row);
            for (int band = 0; band < counts.length; band++) {
                counts[band] += price >= PRICE_BOUNDS[band] && price < PRICE_BOUNDS[band + 1] ? 1 : 0;
            }
            if (!Double.isNaN(price)) {
                statistics.accept(price);
            }
        });
        List<Map<String, Object>> buckets = new ArrayList<>();
        for (int band = 0; band < counts.length; band++) {
            if (counts[band] > 0) {
                buckets.add(band(PRICE_BOUNDS[band], PRICE_BOUNDS[band + 1], counts[band]));
            }
        }
        if (statistics.getCount() > 0) {
            buckets.add(Map.of(
                    "__typename", "StatsBucket", "title", "", "min", statistics.getMin(), "max", statistics.getMax()));
        }
        return buckets;
    }

    private static Map<String, Object> band(double from, double to, int count) {
        Map<String, Object> bucket = new HashMap<>(
                Map.of("__typename", "RangeBucket", "title", from + "-" + to, "from", from, "count", count));
        if (Double.isFinite(to)) {
            bucket.put("to", to);
        } else {
            bucket.put("title", from + "+");
        }
        return bucket;
    }

    private IntStream rows(String attribute) {
        List<SearchFilter> others = filters.stream()
                .filter(filter -> !filter.attribute().equals(attribute))
                .toList();
        return index.rows().filter(SearchFilter.all(phrase, others));
    }

    private static List<Map<String, Object>> scalars(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_BUCKETS)
                .map(bucket -> Map.<String, Object>of(
                        "__typename",
                        "ScalarBucket",
                        "id",
                        bucket.getKey(),
                        "title",
                        bucket.getKey(),
                        "count",
                        bucket.getValue()))
                .toList();
    }

    private static Map<String, Object> facet(
            String attribute, String title, String type, List<Map<String, Object>> buckets) {
        return Map.of("attribute", attribute, "title", title, "type", type, "buckets", buckets);
    }
}
