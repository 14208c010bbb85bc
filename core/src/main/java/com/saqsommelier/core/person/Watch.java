package com.saqsommelier.core.person;

import java.time.Instant;
import java.util.Optional;

/**
 * The wish to be told what becomes of a product.
 *
 * @param userId channel and the id there: {@code tg:123}
 * @param sku SAQ's code
 * @param createdAt since when; what was read before is not told
 * @param price which lower prices are news too; empty for none
 */
public record Watch(String userId, String sku, Instant createdAt, Optional<PriceAlert> price) {

    /** Without a price alert. */
    public Watch(String userId, String sku, Instant createdAt) {
        this(userId, sku, createdAt, Optional.empty());
    }
}
