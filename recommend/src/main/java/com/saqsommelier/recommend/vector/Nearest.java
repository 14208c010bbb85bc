package com.saqsommelier.recommend.vector;

import com.saqsommelier.recommend.vector.VectorIndex.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The nearest of those that were offered. */
final class Nearest {

    private static final Comparator<Neighbour> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::sku);

    private final int limit;
    private final PriorityQueue<Neighbour> best = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private double furthest = Double.NEGATIVE_INFINITY;

    /** @param limit how many are kept, 1 or more */
    Nearest(int limit) {
        this.limit = limit;
    }

    void offer(String sku, double similarity) {
        // Nearly all are further away than the last that is kept: they cost no object.
        if (best.size() == limit && similarity < furthest) {
            return;
        }
        best.add(new Neighbour(sku, similarity));
        if (best.size() > limit) {
            best.poll();
        }
        furthest = best.element().similarity();
    }

    List<Neighbour> nearestFirst() {
        return best.stream().sorted(NEAREST_FIRST).toList();
    }
}
