package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What was claimed, with all that a message about it needs, so that a fan-out asks for nothing else.
 *
 * @param deliveries the oldest event first
 * @param products the products that the deliveries and the messages to correct speak of, by SKU
 * @param stores the stores that they speak of, by id
 * @param languages {@code fr} or {@code en} by user id, of the people who chose one
 */
public record DeliveryList(
        List<DeliveryView> deliveries,
        Map<String, ProductView> products,
        Map<String, StoreView> stores,
        @Schema(example = "{\"tg:123\": \"fr\"}") Map<String, String> languages) {

    /** Copies the collections. */
    public DeliveryList {
        deliveries = List.copyOf(deliveries);
        products = Map.copyOf(products);
        stores = Map.copyOf(stores);
        languages = Map.copyOf(languages);
    }

    /** Nothing was claimed. */
    public static DeliveryList empty() {
        return new DeliveryList(List.of(), Map.of(), Map.of(), Map.of());
    }
}
