package com.saqsommelier.core.product;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * What one reading of a product found. What it lacks says nothing: the stored value stays.
 *
 * @param sku SAQ's code, 2 to 8 digits
 * @param url the page that was read
 * @param statedEmpty what the page says that there is none of, which clears the stored value
 * @param readAt when
 */
public record ProductReading(String sku, URI url, ProductFacts facts, Set<ProductField> statedEmpty, Instant readAt) {

    /** Whether a text has the form of a SKU: 2 to 8 digits, as in the whole of SAQ's catalogue. */
    public static boolean isSku(String text) {
        return text.length() >= 2 && text.length() <= 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * A reading.
     *
     * @throws IllegalArgumentException when the SKU is not one
     */
    public ProductReading {
        if (!isSku(sku)) {
            throw new IllegalArgumentException("'" + sku + "' is not a SKU: 2 to 8 digits");
        }
        statedEmpty = Set.copyOf(statedEmpty);
    }

    /** A reading that clears nothing. */
    public ProductReading(String sku, URI url, ProductFacts facts, Instant readAt) {
        this(sku, url, facts, Set.of(), readAt);
    }
}
