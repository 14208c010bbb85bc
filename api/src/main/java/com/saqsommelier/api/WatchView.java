package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product that somebody watches.
 *
 * @param userId the person
 * @param sku SAQ's code
 * @param createdAt since when
 * @param priceAlert which lower prices are told too; null for none
 * @param product the product as it is now
 */
public record WatchView(
        @JsonProperty("user_id") String userId,
        String sku,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("price_alert") @Nullable PriceAlertView priceAlert,
        ProductView product) {}
