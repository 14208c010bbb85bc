package com.saqsommelier.backend.digest;

import com.saqsommelier.core.digest.DigestNews;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Rating;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three bottles for the digest, by a rule that anybody can follow: of what is new or back, online now and has a price, the
 * best rated of each colour, never two of one producer; filled up from the best rated of the whole catalogue. Without
 * ratings, the one whose price is nearest to 20 $.
 */
final class DigestPicks {

    static final int COUNT = 3;

    private static final BigDecimal USUAL_PRICE = BigDecimal.valueOf(20);

    /** Fewer say more of those who rated than of the bottle. */
    private static final int ENOUGH_REVIEWS = 5;

    private static final Comparator<Product> BEST_FIRST = Comparator.comparingDouble(DigestPicks::rating)
            .reversed()
            .thenComparing(product ->
                    Objects.requireNonNull(price(product)).subtract(USUAL_PRICE).abs())
            .thenComparing(Product::sku);

    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<String> producers = new HashSet<>();

    /** A bottle, and whether it is new, back or rated. */
    record Chosen(Product product, String why) {}

    private DigestPicks() {}

    static List<Chosen> of(DigestNews news, Map<String, Product> happened, Collection<Product> catalogue) {
        DigestPicks picks = new DigestPicks();
        List<Product> candidates = Stream.concat(news.fresh().stream(), news.back().stream())
                .map(happened::get)
                .filter(Objects::nonNull)
                .filter(DigestPicks::buyable)
                .sorted(BEST_FIRST)
                .toList();
        Set<String> colours = new HashSet<>();
        candidates.forEach(product -> {
            if (colours.add(String.valueOf(product.facts().composition().color()))) {
                picks.choose(product, news.fresh().contains(product.sku()) ? "new" : "back");
            }
        });
        candidates.forEach(product -> picks.choose(product, news.fresh().contains(product.sku()) ? "new" : "back"));
        if (picks.chosen.size() < COUNT) {
            catalogue.stream()
                    .filter(DigestPicks::buyable)
                    .filter(product -> rating(product) > 0)
                    .sorted(BEST_FIRST)
                    .forEach(product -> picks.choose(product, "rated"));
        }
        return picks.chosen;
    }

    private void choose(Product product, String why) {
        String producer = String.valueOf(product.facts().origin().producer());
        boolean known = chosen.stream().anyMatch(one -> one.product().sku().equals(product.sku()));
        if (chosen.size() < COUNT && !known && (producer.equals("null") || producers.add(producer))) {
            chosen.add(new Chosen(product, why));
        }
    }

    private static boolean buyable(Product product) {
        return !product.delisted()
                && Boolean.TRUE.equals(product.facts().offer().available())
                && price(product) != null;
    }

    private static @Nullable BigDecimal price(Product product) {
        return product.facts().offer().price();
    }

    /** Weighed by how many agree; 0 without enough of them. */
    private static double rating(Product product) {
        Rating rating = product.facts().rating();
        BigDecimal value = rating.value();
        Integer reviews = rating.reviews();
        return value == null || reviews == null || reviews < ENOUGH_REVIEWS
                ? 0
                : value.doubleValue() * Math.log1p(reviews);
    }
}
