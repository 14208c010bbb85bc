package com.saqsommelier.core.person;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Which lower prices of a watched product a person is told of. A drop is measured from the highest price since the rule was
 * set or last met.
 *
 * @param value dollars, or percent up to 100; more than 0, at most two decimals
 */
public record PriceAlert(Rule rule, BigDecimal value) {

    /** How a price is judged. */
    public enum Rule {
        /** Lower by so many dollars or more. */
        AMOUNT,
        /** Lower by so many percent or more. */
        PERCENT,
        /** So many dollars or less. */
        BELOW;

        /** As the database and the API write it: {@code below}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The rule of a code.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Rule of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
