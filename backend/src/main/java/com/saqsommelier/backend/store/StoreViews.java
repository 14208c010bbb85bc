package com.saqsommelier.backend.store;

import com.saqsommelier.api.StoreView;
import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import java.util.Optional;

/** Shows a stored store as the contract does. */
public final class StoreViews {

    private StoreViews() {}

    /** A store, with its distance from a place where there is one. */
    public static StoreView of(Store store, Optional<Place> from) {
        return new StoreView(
                store.id(),
                store.name(),
                store.kind(),
                store.city(),
                store.address(),
                store.postalCode(),
                store.telephone(),
                store.place().map(Place::latitude).orElse(null),
                store.place().map(Place::longitude).orElse(null),
                from.flatMap(place -> store.place().map(place::kilometresTo))
                        .map(distance -> Math.round(distance * 100) / 100.0)
                        .orElse(null),
                store.temporarilyClosed(),
                store.closed());
    }
}
