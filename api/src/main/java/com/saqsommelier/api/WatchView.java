package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A product that somebody watches.
 *
 * @param userId the person
 * @param sku SAQ's code
 * @param createdAt since when
 * @param product the product as it is now
 */
public record WatchView(
        @JsonProperty("user_id") String userId,
        String sku,
        @JsonProperty("created_at") Instant createdAt,
        ProductView product) {}
