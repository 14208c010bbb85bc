package com.saqsommelier.core.product;

/** All that saq.com says of a product, by theme. What is null or empty inside is unknown. */
public record ProductFacts(
        Naming label, Origin origin, Composition composition, Codes codes, Offer offer, Rating rating) {

    /** Facts that hold nothing but a name. */
    public static ProductFacts named(String name) {
        return new ProductFacts(
                Naming.named(name), Origin.UNKNOWN, Composition.UNKNOWN, Codes.UNKNOWN, Offer.UNKNOWN, Rating.UNKNOWN);
    }
}
