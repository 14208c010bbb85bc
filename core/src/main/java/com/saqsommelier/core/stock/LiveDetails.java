package com.saqsommelier.core.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Live Search record says beside the online stock. A null says nothing.
 *
 * @param storeIds identifiers of the stores that have it
 * @param tasteTag as {@code Fruité et généreux}
 * @param vintage a year
 * @param tastingProfile a JSON object of texts by attribute, as {@code {"portrait_corps": "Mi-corsé"}}
 */
public record LiveDetails(
        @Nullable List<String> storeIds,
        @Nullable String tasteTag,
        @Nullable Integer vintage,
        @Nullable String tastingProfile) {}
