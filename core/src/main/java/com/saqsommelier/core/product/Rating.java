package com.saqsommelier.core.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What customers think.
 *
 * @param value 0 to 5
 * @param reviews how many customers gave their view
 */
public record Rating(@Nullable BigDecimal value, @Nullable Integer reviews) {

    /** Nothing is known. */
    public static final Rating UNKNOWN = new Rating(null, null);
}
