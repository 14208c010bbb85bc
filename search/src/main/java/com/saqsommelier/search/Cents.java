package com.saqsommelier.search;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices and bounds of prices in whole cents, as the index counts them. */
final class Cents {

    /** Beyond these no price can be, and setting the scale of a number like 1e-999999999 would take for ever. */
    private static final BigDecimal MOST = new BigDecimal("1e12");

    private static final BigDecimal LEAST = new BigDecimal("1e-6");

    private Cents() {}

    /** The highest number of cents that is not above an amount. */
    static long upTo(BigDecimal amount) {
        return rounded(amount, RoundingMode.FLOOR);
    }

    /** The lowest number of cents that is not below an amount. */
    static long from(BigDecimal amount) {
        return rounded(amount, RoundingMode.CEILING);
    }

    private static long rounded(BigDecimal amount, RoundingMode mode) {
        BigDecimal size = amount.abs();
        BigDecimal sane = amount;
        if (size.compareTo(MOST) > 0) {
            sane = amount.signum() > 0 ? MOST : MOST.negate();
        } else if (amount.signum() != 0 && size.compareTo(LEAST) < 0) {
            sane = amount.signum() > 0 ? LEAST : LEAST.negate();
        }
        return sane.movePointRight(2).setScale(0, mode).longValueExact();
    }
}
