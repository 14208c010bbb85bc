package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The size of a bottle, and its price for the usual one, so that a magnum and a half bottle can be compared. */
final class BottleSize {

    /** The usual size in millilitres; bottles of 700 ml are taken for it. */
    static final int USUAL = 750;

    private static final int SMALLEST_USUAL = 700;

    private BottleSize() {}

    /** The size in millilitres, {@link #USUAL} for all that are taken for it; 0 where it is not known. */
    static int of(ProductProfile profile) {
        return millilitres(profile)
                .map(BigDecimal::intValue)
                .map(BottleSize::rounded)
                .orElse(0);
    }

    /** The price of 750 ml, in dollars; the price as it is where the size is not known, empty where the price is not. */
    static Optional<BigDecimal> pricePerBottle(ProductProfile profile) {
        BigDecimal price = profile.product().facts().offer().price();
        return Optional.ofNullable(price)
                .map(paid -> millilitres(profile)
                        .filter(size -> size.signum() > 0)
                        .map(size -> paid.multiply(BigDecimal.valueOf(USUAL)).divide(size, 2, RoundingMode.HALF_UP))
                        .orElse(paid));
    }

    private static Optional<BigDecimal> millilitres(ProductProfile profile) {
        return Optional.ofNullable(profile.product().facts().composition().size())
                .flatMap(size -> Optional.ofNullable(size.value()));
    }

    private static int rounded(int millilitres) {
        return millilitres >= SMALLEST_USUAL && millilitres <= USUAL ? USUAL : millilitres;
    }
}
