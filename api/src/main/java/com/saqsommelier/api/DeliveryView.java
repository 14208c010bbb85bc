package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell somebody.
 *
 * @param id names it when its outcome is reported
 * @param eventId what happened; the same for all who are told of it
 * @param userId whom to tell
 * @param sku the product's code
 * @param kind what happened, as {@code restock}
 * @param storeId in which store; null where it happened online or to the product itself
 * @param old the value before, as text; null where there is none
 * @param current the value after, as text; null where there is none
 * @param detectedAt time of the reading that showed it
 * @param leasedUntil until when nobody else is given it
 */
public record DeliveryView(
        long id,
        @JsonProperty("event_id") long eventId,
        @JsonProperty("user_id") String userId,
        String sku,
        String kind,
        @JsonProperty("store_id") @Nullable String storeId,
        @Nullable String old,
        @JsonProperty("new") @Nullable String current,
        @JsonProperty("detected_at") Instant detectedAt,
        @JsonProperty("leased_until") Instant leasedUntil) {}
