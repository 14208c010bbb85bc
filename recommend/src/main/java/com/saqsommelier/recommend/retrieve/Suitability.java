package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Rating;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** Styles that people mean of reds when they name no colour. */
    private static final Set<String> RED_BY_NATURE = Set.of("corsé", "tannique", "terreux", "épicé");

    private static final double NAMES_ITSELF = 1;
    private static final double RATING = 0.5;
    private static final double USUAL_RATING = 4;
    private static final double LEANING = 1.2;
    private static final double NEIGHBOUR = 4;
    private static final double UNUSUAL_SIZE = 6;
    private static final double PRICE_OFF = 1.5;
    private static final int ENOUGH_REVIEWS = 10;

    private final WineVocabulary vocabulary = WineVocabulary.bundled();
    private final Understanding wish;
    private final List<Pairing> dishes;
    private final List<Pairing> occasions;

    private final List<Term> leaning;
    private final Everyday everyday;
    private final Optional<Neighbours> neighbours;

    /**
     * @param leaning what is good to have beside what is demanded
     * @param candidates all that fit, from which the everyday price and size are told
     * @param loosened what was given up
     */
    Suitability(Understanding wish, List<Term> leaning, List<ProductProfile> candidates, Set<Constraint> loosened) {
        this.wish = wish;
        this.leaning = leaning;
        everyday = Everyday.of(candidates);
        neighbours = loosened.contains(Constraint.PLACE) ? Optional.of(new Neighbours(wish)) : Optional.empty();
        dishes = wish.food().stream().map(vocabulary::pairing).toList();
        occasions = wish.occasions().stream().map(vocabulary::pairing).toList();
    }

    double of(ProductProfile profile) {
        double score = wish.styles().stream().filter(profile::has).count() * WANTED_STYLE;
        score += wish.features().stream().filter(profile::has).count() * WANTED_STYLE;
        score += wish.designations().stream().filter(profile::has).count() * WANTED_STYLE;
        score += leaning.stream().filter(profile::has).count() * LEANING;
        // Of two bottles for two dishes each has its own.
        score += (wish.together().isEmpty()
                        ? dishes.stream()
                                .mapToDouble(dish -> pairing(profile, dish))
                                .average()
                        : dishes.stream()
                                .mapToDouble(dish -> pairing(profile, dish))
                                .max())
                .orElse(0);
        score += occasions.stream().mapToDouble(it -> pairing(profile, it)).sum() * OCCASION;
        if (wish.colours().isEmpty() && wish.kinds().isEmpty() && wish.food().isEmpty()) {
            score += wish.styles().stream().anyMatch(style -> RED_BY_NATURE.contains(style.french()))
                            && profile.of(Theme.COLOUR).stream()
                                    .anyMatch(it -> it.french().equals("Rouge"))
                    ? COLOUR
                    : 0;
        }
        score += wish.kinds().stream().anyMatch(kind -> isNamed(profile, kind)) ? NAMES_ITSELF : 0;
        score += neighbours.map(it -> it.nearness(profile)).orElse(0.0) * NEIGHBOUR;
        boolean priced = !wish.price().isAny()
                || occasions.stream().anyMatch(it -> it.price().isPresent());
        if (!wish.limits().containsKey(Quantity.SIZE)) {
            score -= everyday.isUsualSize(profile) ? 0 : UNUSUAL_SIZE;
        }
        score -= everyday.isDear(profile, priced) * PRICE_OFF;
        score -= underBudget(profile) * PRICE_OFF;
        return score + rating(profile);
    }

    /** How far below half of a budget a price is, in doublings: who says "under 30" does not mean 9. */
    private double underBudget(ProductProfile profile) {
        BigDecimal price = profile.product().facts().offer().price();
        if (price == null || price.signum() <= 0 || wish.price().max().isEmpty()) {
            return 0;
        }
        double half = wish.price().max().get().doubleValue() / 2;
        return Math.max(0, Math.log(half / price.doubleValue()) / Math.log(2));
    }

    /** A gin that says so on its label is what people think of first. */
    private static boolean isNamed(ProductProfile profile, Term kind) {
        String name = " " + Words.key(String.valueOf(profile.product().name())) + " ";
        return name.contains(" " + Words.key(kind.french()) + " ")
                || name.contains(" " + Words.key(kind.english()) + " ");
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

    /** Stars, drawn towards the usual by as many reviews as it takes to be believed. */
    private static double rating(ProductProfile profile) {
        Rating rating = profile.product().facts().rating();
        BigDecimal value = rating.value();
        Integer reviews = rating.reviews();
        if (value == null || reviews == null || reviews == 0) {
            return 0;
        }
        double believed = (value.doubleValue() * reviews + USUAL_RATING * ENOUGH_REVIEWS) / (reviews + ENOUGH_REVIEWS);
        return RATING * (believed - USUAL_RATING);
    }
}
