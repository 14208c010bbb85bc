package com.saqsommelier.recommend.retrieve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Weighted reciprocal rank fusion: a product gets weight / (k + rank) of each ranking it is in (Cormack, Clarke, Büttcher,
 * SIGIR 2009, there with weight 1 and k = 60).
 */
final class Fusion {

    private final Map<String, Double> scores = new HashMap<>();

    /** @param k the smaller, the more the first ranks count */
    void ranking(List<String> bestFirst, double weight, double k) {
        for (int rank = 1; rank <= bestFirst.size(); rank++) {
            scores.merge(bestFirst.get(rank - 1), weight / (k + rank), Double::sum);
        }
    }

    /** Takes a ranking from scores; what has the same score has the same rank. */
    void ranking(List<String> all, ToDoubleFunction<String> score, double weight, double k) {
        Map<String, Double> known = new HashMap<>();
        all.forEach(sku -> known.put(sku, Math.round(score.applyAsDouble(sku) * 1000) / 1000.0));
        List<Double> levels = known.values().stream()
                .distinct()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        Map<Double, Integer> ranks = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            ranks.put(levels.get(i), i + 1);
        }
        known.forEach((sku, level) ->
                scores.merge(sku, weight / (k + ranks.getOrDefault(level, levels.size())), Double::sum));
    }

    double of(String sku) {
        return scores.getOrDefault(sku, 0.0);
    }
}
