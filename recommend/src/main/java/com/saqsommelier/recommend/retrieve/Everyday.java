package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The prior of price and size: the usual price for 750 ml and the usual size of the bottles that fit a wish. Learnt from them alone, so that an
 * everyday Champagne costs what Champagnes cost.
 *
 * @param low the price below which a sixth of them lie
 * @param middle the price below which two fifths of them lie
 * @param size the usual size in millilitres; 0 where none is known
 */
record Everyday(double low, double middle, int size) {

    private static final double LOW = 0.15;
    private static final double MIDDLE = 0.4;

    /** So many of all at least have a bottle's size where it is the usual one. */
    private static final double OFTEN_ENOUGH = 0.25;

    static Everyday of(List<ProductProfile> candidates) {
        double[] prices = candidates.stream()
                .flatMap(it -> BottleSize.pricePerBottle(it).stream())
                .mapToDouble(BigDecimal::doubleValue)
                .sorted()
                .toArray();
        Map<Integer, Integer> sizes = new HashMap<>();
        candidates.forEach(it -> sizes.merge(BottleSize.of(it), 1, Integer::sum));
        boolean bottles = sizes.getOrDefault(BottleSize.USUAL, 0) >= OFTEN_ENOUGH * candidates.size();
        int usual = bottles
                ? BottleSize.USUAL
                : sizes.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(0);
        return prices.length == 0
                ? new Everyday(0, Double.MAX_VALUE, usual)
                : new Everyday(prices[(int) (LOW * prices.length)], prices[(int) (MIDDLE * prices.length)], usual);
    }

    boolean isUsualSize(ProductProfile profile) {
        int own = BottleSize.of(profile);
        return own == 0 || size == 0 || own == size;
    }

    /**
     * How far a price is from the everyday one, in doublings.
     *
     * @param priced whether the question or its occasion speaks of the price, which then decides
     */
    double isDear(ProductProfile profile, boolean priced) {
        if (priced) {
            return 0;
        }
        double price =
                BottleSize.pricePerBottle(profile).map(BigDecimal::doubleValue).orElse(middle);
        double over = price > middle ? Math.log(price / middle) / Math.log(2) : 0;
        double under = price < low ? Math.log(low / price) / Math.log(2) : 0;
        return over + 0.5 * under;
    }
}
