package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stores that have a product.
 *
 * @param sku SAQ's code
 * @param checkedAt when that was last read; null when it never was
 */
public record ProductStores(
        String sku, @JsonProperty("checked_at") @Nullable Instant checkedAt, List<Shelf> stores) {

    /**
     * A store that has it.
     *
     * @param quantity bottles; null when only their presence is known
     * @param readAt when that was read; null when it is older than the list itself
     */
    public record Shelf(
            StoreView store,
            @Nullable Integer quantity,
            @JsonProperty("read_at") @Nullable Instant readAt) {}
}
