package com.saqsommelier.core.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it costs and whether it can be bought online.
 *
 * @param price with taxes, in {@code currency}; zero or more
 * @param currency ISO 4217: {@code CAD}
 * @param available online; null when it was not read, which is not "no"
 * @param onlineQuantity bottles online
 */
public record Offer(
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable Boolean available,
        @Nullable Integer onlineQuantity) {

    /** Nothing is known. */
    public static final Offer UNKNOWN = new Offer(null, null, null, null);
}
