package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The offers of a product: one, a list, or an AggregateOffer around several. Those in Canadian dollars, or in none, come
 * first; those of another product do not count.
 *
 * @see <a href="https://schema.org/Offer">schema.org Offer</a>
 */
final class Offers {

    /** How the price before a rebate is typed; what a bottle costs is the other one. */
    private static final List<String> OTHER_PRICES =
            List.of("ListPrice", "MSRP", "SRP", "StrikethroughPrice", "MinimumAdvertisedPrice");

    /** Amounts on top of the price, or parts of it. */
    private static final List<String> OTHER_AMOUNTS =
            List.of("DeliveryChargeSpecification", "PaymentChargeSpecification");

    private final List<JsonNode> offers = new ArrayList<>();

    private Offers() {}

    /** The offers in the blocks of a product that state this SKU or none. */
    static Offers of(JsonLd data, String sku) {
        Offers all = new Offers();
        data.products().forEach(product -> all.collect(product.path("offers"), sku));
        all.offers.sort(Comparator.comparing(Offers::isForeign));
        return all;
    }

    private void collect(JsonNode node, String sku) {
        if (node.isArray()) {
            node.forEach(one -> collect(one, sku));
        } else if (node.isObject()) {
            collect(node.path("offers"), sku);
            boolean ours = Stream.of(node.path("sku"), node.path("itemOffered").path("sku"))
                    .map(JsonLd::text)
                    .allMatch(stated -> stated.isEmpty() || stated.equals(sku));
            if (ours) {
                offers.add(node);
            }
        }
    }

    private static boolean isForeign(JsonNode offer) {
        String currency = JsonLd.text(offer.path("priceCurrency"));
        return !currency.isEmpty() && !currency.equalsIgnoreCase("CAD");
    }

    /** The first text that one of the offers states under a name. */
    Optional<String> text(String key) {
        return offers.stream()
                .map(offer -> JsonLd.text(offer.path(key)))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** All that is stated as price, the most direct statement of the first offer first; blank ones are none. */
    List<Stated> prices() {
        return offers.stream()
                .flatMap(Offers::prices)
                .filter(stated -> !JsonLd.text(stated.price()).isEmpty())
                .toList();
    }

    private static Stream<Stated> prices(JsonNode offer) {
        JsonNode specifications = offer.path("priceSpecification");
        Stream<JsonNode> specified =
                specifications.isArray() ? specifications.valueStream() : Stream.of(specifications);
        return Stream.of(
                        Stream.of(new Stated(offer.path("price"), offer)),
                        specified
                                .filter(Offers::isWhatItCosts)
                                .map(specification -> new Stated(specification.path("price"), specification)),
                        Stream.of(new Stated(offer.path("lowPrice"), offer)))
                .flatMap(stream -> stream);
    }

    /** Not the price before the rebate, nor that of 100 ml, nor that of the delivery. */
    private static boolean isWhatItCosts(JsonNode specification) {
        return specification.path("referenceQuantity").isMissingNode()
                && OTHER_PRICES.stream()
                        .noneMatch(other -> JsonLd.isType(JsonLd.text(specification.path("priceType")), other))
                && OTHER_AMOUNTS.stream()
                        .noneMatch(other -> JsonLd.isType(JsonLd.text(specification.path("@type")), other));
    }

    /**
     * A statement of a price.
     *
     * @param place what states it: an offer or a price specification, which may state the currency, too
     */
    record Stated(JsonNode price, JsonNode place) {}
}
