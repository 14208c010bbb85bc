package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Chooses a few of many so that they are not all alike: one of a producer, grapes and regions that differ. */
final class Diversity {

    private static final double SAME_PRODUCER = 5;
    private static final double SAME_GRAPE = 0.7;
    private static final double SAME_REGION = 0.7;

    private Diversity() {}

    static List<ProductProfile> choose(
            List<ProductProfile> candidates, ToDoubleFunction<ProductProfile> score, int count) {
        List<ProductProfile> left = new ArrayList<>(candidates);
        List<ProductProfile> chosen = new ArrayList<>();
        Comparator<ProductProfile> best = Comparator.<ProductProfile>comparingDouble(
                        it -> score.applyAsDouble(it) - alike(it, chosen))
                .thenComparing(it -> it.product().sku(), Comparator.reverseOrder());
        while (chosen.size() < count && !left.isEmpty()) {
            Optional<ProductProfile> next = left.stream().max(best);
            next.ifPresent(chosen::add);
            next.ifPresent(left::remove);
        }
        return List.copyOf(chosen);
    }

    /** As many of each colour or kind as are wanted together, and the best of all where nothing is. */
    static List<ProductProfile> choose(
            List<ProductProfile> candidates, ToDoubleFunction<ProductProfile> score, Understanding wish) {
        if (wish.together().isEmpty()) {
            return choose(candidates, score, wish.count());
        }
        List<ProductProfile> chosen = new ArrayList<>();
        wish.together()
                .forEach((term, number) -> chosen.addAll(choose(
                        candidates.stream()
                                .filter(it -> it.has(term) && !chosen.contains(it))
                                .toList(),
                        score,
                        number)));
        return chosen.stream().limit(wish.count()).toList();
    }

    private static double alike(ProductProfile one, List<ProductProfile> chosen) {
        double lost = 0;
        for (ProductProfile other : chosen) {
            String producer = one.product().facts().origin().producer();
            String region = one.product().facts().origin().region();
            if (producer != null
                    && producer.equals(other.product().facts().origin().producer())) {
                lost += SAME_PRODUCER;
            }
            if (region != null
                    && Objects.equals(region, other.product().facts().origin().region())) {
                lost += SAME_REGION;
            }
            if (one.mainGrape().isPresent() && one.mainGrape().equals(other.mainGrape())) {
                lost += SAME_GRAPE;
            }
        }
        return lost;
    }
}
