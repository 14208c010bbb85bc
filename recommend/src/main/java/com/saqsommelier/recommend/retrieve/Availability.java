package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import java.util.Set;

/**
 * What a person can buy today and was not told of before.
 *
 * @param inMyStores SKUs that the person's stores have
 * @param suggested SKUs that were suggested in the conversation
 * @param anywhere whether what cannot be bought counts too
 */
record Availability(Set<String> inMyStores, Set<String> suggested, boolean anywhere) {

    /** All products of the catalogue, whether they can be bought or not. */
    static final Availability ANY = new Availability(Set.of(), Set.of(), true);

    static Availability of(Request request) {
        return new Availability(
                request.inMyStores(), request.question().conversation().suggested(), false);
    }

    /** The same, with what was suggested before. */
    Availability again() {
        return new Availability(inMyStores, Set.of(), anywhere);
    }

    /** @param storesOnly whether online will not do */
    boolean has(ProductProfile profile, boolean storesOnly) {
        String sku = profile.product().sku();
        if (suggested.contains(sku) || profile.product().delisted()) {
            return false;
        }
        if (anywhere) {
            return true;
        }
        boolean online = Boolean.TRUE.equals(profile.product().facts().offer().available());
        return inMyStores.contains(sku) || (online && !storesOnly);
    }
}
