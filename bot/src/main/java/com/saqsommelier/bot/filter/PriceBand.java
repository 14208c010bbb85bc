package com.saqsommelier.bot.filter;

import java.math.BigDecimal;
import java.util.Optional;

/** Prices that people choose between. The bands of the backend's facets add up to them exactly. */
public enum PriceBand {
    ANY("", 0, 0),
    BELOW_15("a", 0, 15),
    BELOW_20("b", 15, 20),
    BELOW_30("c", 20, 30),
    BELOW_50("d", 30, 50),
    BELOW_100("e", 50, 100),
    FROM_100("f", 100, 0);

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final String code;
    private final int from;
    private final int to;

    PriceBand(String code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    String code() {
        return code;
    }

    /** In dollars, inclusive; 0 for no bound. */
    public int from() {
        return from;
    }

    /** In dollars, exclusive; 0 for no bound. */
    public int to() {
        return to;
    }

    /** The lowest price; empty for no bound. */
    public Optional<BigDecimal> lowest() {
        return from == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(from));
    }

    /** The highest price, to the cent; empty for no bound. */
    public Optional<BigDecimal> highest() {
        return to == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(to).subtract(CENT));
    }

    /** Whether a band of the facets that begins at a price belongs here. */
    public boolean holds(BigDecimal start) {
        return start.compareTo(BigDecimal.valueOf(from)) >= 0
                && (to == 0 || start.compareTo(BigDecimal.valueOf(to)) < 0);
    }
}
