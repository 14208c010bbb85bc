package com.saqsommelier.core.product;

import org.jspecify.annotations.Nullable;

/**
 * Where a product is from and who stands behind it, as saq.com writes it.
 *
 * @param designation the legal designation: {@code Appellation d'origine contrôlée (AOC)}
 * @param classification for example {@code Grand cru}
 * @param quebec what the product has of Québec: {@code Origine Québec}, {@code Embouteillé au Québec}
 * @param agent who imports it
 */
public record Origin(
        @Nullable String country,
        @Nullable String region,
        @Nullable String appellation,
        @Nullable String designation,
        @Nullable String classification,
        @Nullable String quebec,
        @Nullable String producer,
        @Nullable String agent) {

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin(null, null, null, null, null, null, null, null);
}
