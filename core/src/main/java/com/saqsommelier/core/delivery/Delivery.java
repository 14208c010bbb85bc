package com.saqsommelier.core.delivery;

import com.saqsommelier.core.event.EventKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One event for one person, claimed by somebody who will try to tell it.
 *
 * @param id names it when its outcome is reported
 * @param eventId the event; the same for all who are told of it
 * @param userId channel and the id there: {@code tg:123}
 * @param sku SAQ's code of the product
 * @param kind what happened
 * @param storeId where it happened; empty where it happened online or to the product itself
 * @param old the value before, as text; empty where there is none
 * @param current the value after, as text; empty where there is none
 * @param detectedAt time of the reading that showed it
 * @param leasedUntil until when nobody else can claim it
 * @param lastTry whether it has failed for good when this try fails
 * @param corrects the message to change instead of sending another; empty where there is none
 */
public record Delivery(
        long id,
        long eventId,
        String userId,
        String sku,
        EventKind kind,
        Optional<String> storeId,
        Optional<String> old,
        Optional<String> current,
        Instant detectedAt,
        Instant leasedUntil,
        boolean lastTry,
        Optional<Correction> corrects) {}
