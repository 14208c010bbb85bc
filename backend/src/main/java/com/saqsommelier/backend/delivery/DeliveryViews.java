package com.saqsommelier.backend.delivery;

import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.backend.product.ProductViews;
import com.saqsommelier.backend.store.StoreViews;
import com.saqsommelier.core.delivery.Correction;
import com.saqsommelier.core.delivery.Delivery;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Stores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Claimed deliveries as the contract shows them, with the products, stores and languages that a message needs. */
@Component
final class DeliveryViews {

    private final Products products;
    private final Stores stores;
    private final People people;

    DeliveryViews(Products products, Stores stores, People people) {
        this.products = products;
        this.stores = stores;
        this.people = people;
    }

    DeliveryList of(List<Delivery> claimed) {
        if (claimed.isEmpty()) {
            return DeliveryList.empty();
        }
        List<Event> corrected = claimed.stream()
                .flatMap(delivery -> delivery.corrects().stream())
                .flatMap(correction -> correction.told().stream())
                .toList();
        Set<String> skus = Stream.concat(
                        claimed.stream().map(Delivery::sku), corrected.stream().map(Event::sku))
                .collect(Collectors.toSet());
        Set<String> storeIds = Stream.concat(
                        claimed.stream().map(Delivery::storeId),
                        corrected.stream().map(Event::storeId))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new DeliveryList(
                claimed.stream().map(DeliveryViews::view).toList(),
                products(skus),
                stores(storeIds),
                people.languages(claimed.stream().map(Delivery::userId).collect(Collectors.toSet())));
    }

    private Map<String, ProductView> products(Set<String> skus) {
        Map<String, ProductView> views = new HashMap<>();
        products.findAll(skus).forEach((sku, product) -> views.put(sku, ProductViews.of(product)));
        return views;
    }

    private Map<String, StoreView> stores(Set<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : stores.findAll(ids).stream()
                        .map(store -> StoreViews.of(store, Optional.empty()))
                        .collect(Collectors.toMap(StoreView::id, store -> store));
    }

    private static DeliveryView view(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.userId(),
                delivery.sku(),
                delivery.kind().code(),
                delivery.storeId().orElse(null),
                delivery.old().orElse(null),
                delivery.current().orElse(null),
                delivery.detectedAt(),
                delivery.leasedUntil(),
                delivery.lastTry(),
                delivery.corrects().map(DeliveryViews::correction).orElse(null));
    }

    private static CorrectionView correction(Correction correction) {
        return new CorrectionView(
                correction.messageId(),
                correction.told().stream()
                        .map(event -> new CorrectionView.Told(
                                event.sku(),
                                event.kind().code(),
                                event.storeId().orElse(null),
                                event.old().orElse(null),
                                event.current().orElse(null),
                                event.detectedAt()))
                        .toList());
    }
}
