package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import java.util.List;
import java.util.Set;

/**
 * The bottles that were chosen for a wish.
 *
 * @param bottles best first; empty when nothing can be bought
 * @param loosened what had to be given up for there to be any
 * @param candidates the best of what passed the filter, best first, with the scores of each; for the trace
 * @param byVectors whether vectors had a say
 */
public record Selection(
        Understanding understanding,
        List<ProductProfile> bottles,
        Set<Constraint> loosened,
        List<Candidate> candidates,
        boolean byVectors) {

    /** Takes copies. */
    public Selection {
        bottles = List.copyOf(bottles);
        loosened = Set.copyOf(loosened);
        candidates = List.copyOf(candidates);
    }
}
