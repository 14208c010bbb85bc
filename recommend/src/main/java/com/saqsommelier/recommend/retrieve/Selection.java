package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bottles that were chosen for a wish.
 *
 * @param bottles best first; empty when nothing can be bought
 * @param loosened what had to be given up for there to be any
 * @param candidates the best of what passed the filter, best first, with the scores of each; for the trace
 * @param byVectors whether vectors had a say
 * @param unread words of the question that nobody understood; empty when there are none
 * @param cheapest what the cheapest costs that fits but for its price, where no bottle was found
 * @param elsewhere how many products fit that cannot be bought now, where no bottle was found
 */
public record Selection(
        Understanding understanding,
        List<ProductProfile> bottles,
        Set<Constraint> loosened,
        List<Candidate> candidates,
        boolean byVectors,
        String unread,
        int elsewhere,
        Optional<BigDecimal> cheapest) {

    /** Takes copies. */
    public Selection {
        bottles = List.copyOf(bottles);
        loosened = Set.copyOf(loosened);
        candidates = List.copyOf(candidates);
    }
}
