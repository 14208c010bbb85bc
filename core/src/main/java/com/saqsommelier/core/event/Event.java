package com.saqsommelier.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a product that somebody may be told of.
 *
 * @param sku SAQ's code
 * @param storeId the store in which it happened; empty where it happened online or to the product itself
 * @param old of stock: the bottles before, as text; of a price drop: the price before in dollars; empty when it is not
 *     known, and for other kinds
 * @param current the same afterwards
 * @param source where it was read: {@code page}, {@code sitemap}, {@code live_search} and others
 * @param detectedAt time of the reading that showed it
 */
public record Event(
        String sku,
        EventKind kind,
        Optional<String> storeId,
        Optional<String> old,
        Optional<String> current,
        String source,
        Instant detectedAt) {

    /** An event of the product itself. */
    public Event(String sku, EventKind kind, String source, Instant detectedAt) {
        this(sku, kind, Optional.empty(), Optional.empty(), Optional.empty(), source, detectedAt);
    }
}
