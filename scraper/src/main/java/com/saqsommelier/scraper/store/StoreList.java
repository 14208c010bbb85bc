package com.saqsommelier.scraper.store;

import com.saqsommelier.core.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A list of stores, read to its end.
 *
 * @param stores each once
 * @param quantities bottles by the store's identifier, where the list says how many
 * @param unreadable entries that name no store
 * @param complete whether it holds as many stores as it said from beginning to end; only then does absence mean anything
 */
public record StoreList(List<Store> stores, Map<String, Integer> quantities, int unreadable, boolean complete) {

    static StoreList of(List<StoreEntry> entries, int unreadable, OptionalInt total, boolean steady) {
        Map<String, Store> stores = new LinkedHashMap<>();
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (StoreEntry entry : entries) {
            stores.putIfAbsent(entry.store().id(), entry.store());
            entry.quantity()
                    .ifPresent(bottles -> quantities.putIfAbsent(entry.store().id(), bottles));
        }
        boolean complete = steady && unreadable == 0 && total.isPresent() && stores.size() == total.getAsInt();
        return new StoreList(List.copyOf(stores.values()), Map.copyOf(quantities), unreadable, complete);
    }
}
