package com.saqsommelier.scraper.store;

import com.saqsommelier.core.store.Store;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The stores that have a product and are nearest to a place. */
public final class NearestStores {

    private final StorePage page;

    NearestStores(StorePage page) {
        this.page = page;
    }

    /** The stores that the list names. */
    public List<Store> stores() {
        return StoreLists.stores(page.entries());
    }

    /**
     * Whether the list is in the order of distance, so that a store at that very place would be its first. Else the site
     * has not looked at the place.
     */
    public boolean ordered() {
        double last = 0;
        for (StoreEntry entry : page.entries()) {
            OptionalDouble distance = entry.distance();
            if (distance.isEmpty() || distance.getAsDouble() < last) {
                return false;
            }
            last = distance.getAsDouble();
        }
        return page.entries().size() == page.size() && (page.size() > 0 || page.last());
    }

    /** Whether the list names a store. */
    public boolean names(String id) {
        return StoreLists.find(page.entries(), id).isPresent();
    }

    /** The bottles in a store; empty when the list does not name it, or not how many. */
    public OptionalInt bottles(String id) {
        return StoreLists.find(page.entries(), id).map(StoreEntry::quantity).orElse(OptionalInt.empty());
    }
}
