package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.WineVocabulary;

/**
 * The demands that may be loosened when nothing fits, in the order in which it is tried: each alone, then the first two, three and so on;
 * only what the person demanded. Colour, exclusions, strength, sweetness, the budget and availability are never loosened.
 */
public enum Constraint {
    RATING,
    SHARE,
    VINTAGE,
    AGE,
    DESIGNATION,
    SIZE,
    FEATURE,
    GRAPE,
    PLACE,
    /** A part of a kind gives way to the whole: another port for a tawny. */
    KIND,
    /** The lower end of a price alone. */
    PRICE,
    STORE;

    /** The constraint of a demand in numbers that may be given up. */
    static Constraint of(Quantity quantity) {
        return switch (quantity) {
            case SHARE -> SHARE;
            case SIZE -> SIZE;
            case VINTAGE -> VINTAGE;
            case AGE -> AGE;
            case RATING -> RATING;
            case ALCOHOL, SUGAR -> throw new IllegalArgumentException(quantity + " is never given up");
        };
    }

    /** Whether a wish demands it. */
    boolean isDemandedBy(Understanding wish) {
        return switch (this) {
            case RATING -> wish.limits().containsKey(Quantity.RATING);
            case SHARE -> wish.limits().containsKey(Quantity.SHARE) || wish.blend();
            case VINTAGE -> wish.limits().containsKey(Quantity.VINTAGE);
            case AGE -> wish.limits().containsKey(Quantity.AGE);
            case SIZE -> wish.limits().containsKey(Quantity.SIZE);
            case DESIGNATION -> !wish.designations().isEmpty();
            case FEATURE -> !wish.features().isEmpty();
            case GRAPE -> !wish.grapes().isEmpty();
            case PLACE -> !wish.countries().isEmpty() || !wish.regions().isEmpty();
            case KIND -> wish.kinds().stream().anyMatch(Constraint::isPart);
            case PRICE -> wish.price().min().isPresent();
            case STORE -> wish.inMyStores();
        };
    }

    private static boolean isPart(Term kind) {
        return WineVocabulary.bundled()
                .wholeOf(kind)
                .filter(whole -> !whole.french().equals("Spiritueux"))
                .isPresent();
    }
}
