package com.saqsommelier.core.stock;

import com.saqsommelier.core.store.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store that has a product.
 *
 * @param quantity bottles; null when only their presence is known
 * @param readAt when the bottles were read; null when they were not
 */
public record Shelf(
        Store store, @Nullable Integer quantity, @Nullable Instant readAt) {}
