package com.saqsommelier.core.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store.
 *
 * @param id SAQ's identifier, five digits as a rule: {@code 23009}
 * @param kind as saq.com names it: {@code SAQ Sélection}
 * @param address number and street
 * @param postalCode as {@code H2T 1S4}
 * @param place where it is; empty where saq.com gives no coordinates that can be
 * @param openingHours JSON as saq.com gives it; null when it gives none
 * @param temporarilyClosed whether it is shut for some time
 * @param closedAt when a complete directory first lacked it; null while it is there
 */
public record Store(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String address,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String telephone,
        Optional<Place> place,
        @Nullable String openingHours,
        boolean temporarilyClosed,
        @Nullable Instant closedAt) {

    /** Whether it is gone from the directory. */
    public boolean closed() {
        return closedAt != null;
    }
}
