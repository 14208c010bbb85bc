package com.saqsommelier.recommend.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a judge made of the answers of a run.
 *
 * @param judge its name
 * @param scores of the answers that have one
 * @param answers how many there are, with a score or without
 * @param cost in dollars
 */
public record Judged(String judge, List<Integer> scores, int answers, BigDecimal cost) {

    /** Takes a copy. */
    public Judged {
        scores = List.copyOf(scores);
    }

    /** The mean score; 0 where there is none. */
    public double mean() {
        return scores().stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    /** The standard deviation of the scores around their mean; 0 where there is none. */
    public double spread() {
        double mean = mean();
        return Math.sqrt(scores.stream()
                .mapToDouble(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0));
    }

    /** How many answers have each score, from 1 on. */
    public List<Long> counts() {
        return IntStream.rangeClosed(1, Grade.MOST)
                .mapToObj(
                        score -> scores.stream().filter(given -> given == score).count())
                .toList();
    }
}
