package com.saqsommelier.recommend.question;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bottle may cost, in Canadian dollars with taxes, both ends inclusive.
 *
 * @param min 0 or more
 * @param max {@code min} or more
 */
public record PriceRange(Optional<BigDecimal> min, Optional<BigDecimal> max) {

    /** Any price. */
    public static final PriceRange ANY = new PriceRange(Optional.empty(), Optional.empty());

    /** At most so much. */
    public static PriceRange upTo(BigDecimal max) {
        return new PriceRange(Optional.empty(), Optional.of(max));
    }

    /** At least so much. */
    public static PriceRange from(BigDecimal min) {
        return new PriceRange(Optional.of(min), Optional.empty());
    }

    /** Between two prices, in whichever order they come. */
    public static PriceRange between(BigDecimal one, BigDecimal other) {
        return new PriceRange(Optional.of(one.min(other)), Optional.of(one.max(other)));
    }

    /** Whether a price lies within. */
    public boolean contains(BigDecimal price) {
        return min.map(low -> low.compareTo(price) <= 0).orElse(true)
                && max.map(high -> price.compareTo(high) <= 0).orElse(true);
    }

    /** The intersection of both. */
    public PriceRange and(PriceRange other) {
        Optional<BigDecimal> least =
                Stream.concat(min.stream(), other.min.stream()).max(BigDecimal::compareTo);
        Optional<BigDecimal> most =
                Stream.concat(max.stream(), other.max.stream()).min(BigDecimal::compareTo);
        return new PriceRange(least, most);
    }

    /** Whether no price lies within: over 50 and under 20. */
    public boolean isImpossible() {
        return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    }

    /** Whether it says nothing. */
    public boolean isAny() {
        return min.isEmpty() && max.isEmpty();
    }
}
