package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Rating;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** How well the facts of a bottle suit a wish. The weights were set by hand; docs/recommend.md tells why. */
final class Suitability {

    private static final double WANTED_STYLE = 3;
    private static final double COLOUR = 2;
    private static final double WRONG_COLOUR = -3;
    private static final double KIND = 2;
    private static final double GRAPE = 2;
    private static final double STYLE = 0.7;
    private static final double REGION = 1.2;
    private static final double PRICE = 0.8;
    private static final double OCCASION = 0.5;
    private static final double RATING = 0.3;
    private static final int ENOUGH_REVIEWS = 10;

    private final WineVocabulary vocabulary = WineVocabulary.bundled();
    private final Understanding wish;
    private final List<Pairing> dishes;
    private final List<Pairing> occasions;

    Suitability(Understanding wish) {
        this.wish = wish;
        dishes = wish.food().stream().map(vocabulary::pairing).toList();
        occasions = wish.occasions().stream().map(vocabulary::pairing).toList();
    }

    double of(ProductProfile profile) {
        double score = wish.styles().stream().filter(profile::has).count() * WANTED_STYLE;
        score += dishes.stream()
                .mapToDouble(dish -> pairing(profile, dish))
                .average()
                .orElse(0);
        score += occasions.stream().mapToDouble(it -> pairing(profile, it)).sum() * OCCASION;
        return score + rating(profile);
    }

    private double pairing(ProductProfile profile, Pairing pairing) {
        double score = 0;
        if (wish.kinds().isEmpty() && pairing.kinds().stream().anyMatch(profile::has)) {
            score += KIND + COLOUR;
        } else if (wish.colours().isEmpty() && !pairing.colours().isEmpty()) {
            score += pairing.colours().stream().anyMatch(profile::has)
                    ? COLOUR * fading(pairing.colours(), profile)
                    : WRONG_COLOUR;
        }
        score += profile.mainGrape()
                .map(grape -> pairing.grapes().contains(grape) ? GRAPE * place(pairing.grapes(), grape) : 0.0)
                .orElse(0.0);
        score += Math.min(2, pairing.styles().stream().filter(profile::has).count()) * STYLE;
        score += pairing.regions().stream().anyMatch(profile::has) ? REGION : 0;
        BigDecimal price = profile.product().facts().offer().price();
        if (wish.price().isAny() && price != null && pairing.price().isPresent()) {
            score += pairing.price().get().contains(price.doubleValue()) ? PRICE : -PRICE;
        }
        return score;
    }

    private static double fading(List<Term> bestFirst, ProductProfile profile) {
        return Stream.iterate(0, i -> i + 1)
                .limit(bestFirst.size())
                .filter(i -> profile.has(bestFirst.get(i)))
                .findFirst()
                .map(i -> 1 - 0.25 * i)
                .orElse(0.0);
    }

    /** 1 for the best of a list, about a half for the last. */
    private static double place(List<Term> bestFirst, Term term) {
        return 1 - 0.5 * bestFirst.indexOf(term) / bestFirst.size();
    }

    private static double rating(ProductProfile profile) {
        Rating rating = profile.product().facts().rating();
        BigDecimal value = rating.value();
        Integer reviews = rating.reviews();
        if (value == null || reviews == null || reviews == 0) {
            return 0;
        }
        return RATING * (value.doubleValue() - 3) / 2 * Math.min(1, reviews / (double) ENOUGH_REVIEWS);
    }
}
