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
 * @param kind what happened, as {@code restock} or {@code price_drop}
 * @param storeId in which store; null where it happened online or to the product itself
 * @param old the value before, as text: bottles, of a price drop the price that the person knew; null where there is none
 * @param current the value after, as text; null where there is none
 * @param detectedAt time of the reading that showed it
 * @param leasedUntil until when nobody else is given it
 * @param lastTry whether it has failed for good when this try fails
 * @param corrects the message that it makes untrue, to be changed instead of followed by another; null for none
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
        @JsonProperty("leased_until") Instant leasedUntil,
        @JsonProperty("last_try") boolean lastTry,
        @Nullable CorrectionView corrects) {

    /** The first try of something that corrects nothing. */
    public DeliveryView(
            long id,
            long eventId,
            String userId,
            String sku,
            String kind,
            @Nullable String storeId,
            @Nullable String old,
            @Nullable String current,
            Instant detectedAt,
            Instant leasedUntil) {
        this(id, eventId, userId, sku, kind, storeId, old, current, detectedAt, leasedUntil, false, null);
    }
}
