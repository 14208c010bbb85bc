package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A store. A null value is unknown.
 *
 * @param id SAQ's identifier
 * @param kind as saq.com names it: {@code SAQ Sélection}
 * @param latitude degrees north (WGS 84)
 * @param longitude degrees east, negative in Québec
 * @param distanceKm from the place that was asked for, as the crow flies; null where none was
 * @param temporarilyClosed whether it is shut for some time
 * @param closed whether it is gone from SAQ's directory
 */
public record StoreView(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String city,
        @Nullable String address,
        @JsonProperty("postal_code") @Nullable String postalCode,
        @Nullable String telephone,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @JsonProperty("distance_km") @Nullable Double distanceKm,
        @JsonProperty("temporarily_closed") boolean temporarilyClosed,
        boolean closed) {}
