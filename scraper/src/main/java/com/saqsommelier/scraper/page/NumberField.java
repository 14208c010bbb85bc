package com.saqsommelier.scraper.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A field of which pages print numbers, with the values that it can have. A number outside them was read wrongly. */
public enum NumberField {
    /** Dollars; free is not a price, and the last one is what the database takes. */
    PRICE("price", "0.01", "99999999.99"),
    /** Percent by volume. */
    ALCOHOL("alcohol", "0", "100"),
    /** Grams per litre; honey has 800. */
    SUGAR("sugar", "0", "1000"),
    /** Millilitres of all containers together, from a sample to a keg. */
    SIZE("size", "5", "100000"),
    /** Percent of a blend. */
    GRAPE_SHARE("grape-share", "0.01", "100"),
    /** Of five. */
    RATING("rating", "0", "5"),
    /** How many people rated it. */
    REVIEWS("reviews", "0", "999999999");

    private final String label;
    private final BigDecimal least;
    private final BigDecimal most;

    NumberField(String label, String least, String most) {
        this.label = label;
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
    }

    /** Its name in a metric: lower case letters and hyphens. */
    public String label() {
        return label;
    }

    /** Whether the field can have this value. */
    boolean admits(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** The first of several readings of one number that the field can have; empty where there is none. */
    Optional<BigDecimal> firstOf(List<BigDecimal> readings) {
        return readings.stream().filter(this::admits).findFirst();
    }
}
