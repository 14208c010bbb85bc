package com.saqsommelier.core.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store has a product, as one source says.
 *
 * @param sku SAQ's code
 * @param storeId SAQ's identifier of the store
 * @param quantity bottles; null when only their presence is known
 * @param readAt when
 */
public record StoreReading(
        String sku,
        String storeId,
        boolean inStock,
        @Nullable Integer quantity,
        StockSource source,
        Instant readAt) {}
