package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import java.util.Set;

/**
 * What a person can buy today and was not told of before.
 *
 * @param inMyStores SKUs that the person's stores have
 * @param suggested SKUs that were suggested in the conversation
 */
record Availability(Set<String> inMyStores, Set<String> suggested) {

    static Availability of(Request request) {
        return new Availability(
                request.inMyStores(), request.question().conversation().suggested());
    }

    /** @param storesOnly whether online will not do */
    boolean has(ProductProfile profile, boolean storesOnly) {
        String sku = profile.product().sku();
        if (suggested.contains(sku) || profile.product().delisted()) {
            return false;
        }
        boolean online = Boolean.TRUE.equals(profile.product().facts().offer().available());
        return inMyStores.contains(sku) || (online && !storesOnly);
    }
}
