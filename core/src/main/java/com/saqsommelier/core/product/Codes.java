package com.saqsommelier.core.product;

import org.jspecify.annotations.Nullable;

/**
 * Numbers by which others know a product.
 *
 * @param magentoId the shop software's own number, which the stock endpoints of saq.com ask for; not the SKU
 * @param upc 14 digits, as in "Code CUP"
 * @param gtin 12 digits, as in the page's structured data
 */
public record Codes(
        @Nullable Long magentoId,
        @Nullable String upc,
        @Nullable String gtin) {

    /** Nothing is known. */
    public static final Codes UNKNOWN = new Codes(null, null, null);
}
