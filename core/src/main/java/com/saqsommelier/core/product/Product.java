package com.saqsommelier.core.product;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored product.
 *
 * @param sku SAQ's code, 2 to 8 digits
 * @param url its page on saq.com
 * @param firstSeenAt when it was first stored
 * @param fetchedAt when its page was last read
 * @param changedAt when anything a reader can see last changed
 * @param availabilityCheckedAt when its availability was last read; null when it never was
 * @param storeIds identifiers of the stores that have it, by the last reading that says so; empty when none does
 * @param delistedAt when it left the catalogue; null while it is in it
 * @param revision the number of its last change; higher is later, over all products
 */
public record Product(
        String sku,
        URI url,
        ProductFacts facts,
        Instant firstSeenAt,
        Instant fetchedAt,
        Instant changedAt,
        @Nullable Instant availabilityCheckedAt,
        List<String> storeIds,
        @Nullable Instant delistedAt,
        long revision) {

    /** The name, which every stored product has. */
    public String name() {
        return Objects.requireNonNull(facts.label().name());
    }

    /** The same product with other facts. */
    public Product with(ProductFacts others) {
        return new Product(
                sku,
                url,
                others,
                firstSeenAt,
                fetchedAt,
                changedAt,
                availabilityCheckedAt,
                storeIds,
                delistedAt,
                revision);
    }

    /** Whether the catalogue no longer lists it. */
    public boolean delisted() {
        return delistedAt != null;
    }
}
