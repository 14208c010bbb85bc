package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Chooses a few of many so that they are not all alike: one of a producer, grapes and regions that differ. */
final class Diversity {

    private static final double SAME_PRODUCER = 0.2;
    private static final double SAME_GRAPE = 0.85;
    private static final double SAME_REGION = 0.85;

    private Diversity() {}

    static List<ProductProfile> choose(
            List<ProductProfile> candidates, ToDoubleFunction<ProductProfile> score, int count) {
        List<ProductProfile> left = new ArrayList<>(candidates);
        List<ProductProfile> chosen = new ArrayList<>();
        Comparator<ProductProfile> best = Comparator.<ProductProfile>comparingDouble(
                        it -> score.applyAsDouble(it) * unlike(it, chosen))
                .thenComparing(it -> it.product().sku(), Comparator.reverseOrder());
        while (chosen.size() < count && !left.isEmpty()) {
            Optional<ProductProfile> next = left.stream().max(best);
            next.ifPresent(chosen::add);
            next.ifPresent(left::remove);
        }
        return List.copyOf(chosen);
    }

    private static double unlike(ProductProfile one, List<ProductProfile> chosen) {
        double factor = 1;
        for (ProductProfile other : chosen) {
            String producer = one.product().facts().origin().producer();
            String region = one.product().facts().origin().region();
            if (producer != null
                    && producer.equals(other.product().facts().origin().producer())) {
                factor *= SAME_PRODUCER;
            }
            if (region != null
                    && Objects.equals(region, other.product().facts().origin().region())) {
                factor *= SAME_REGION;
            }
            if (one.mainGrape().isPresent() && one.mainGrape().equals(other.mainGrape())) {
                factor *= SAME_GRAPE;
            }
        }
        return factor;
    }
}
