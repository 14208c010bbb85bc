package com.saqsommelier.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What to look for in the catalogue.
 *
 * @param words in French or English, or a SKU or UPC; empty for everything that passes the filters
 * @param filters narrow the answer
 * @param order of the answer
 * @param offset how many matches to leave out, 0 or more
 * @param limit how many matches to return, 1 or more
 */
public record CatalogueQuery(Optional<String> words, Filters filters, Order order, int offset, int limit) {

    /** Orders; what is unknown comes last, and the SKU breaks ties. */
    public enum Order {
        /** Best match first; available before unavailable at equal relevance. */
        RELEVANCE,
        /** Last changed first. */
        CHANGED,
        /** Last first seen first. */
        FIRST_SEEN,
        PRICE_ASCENDING,
        PRICE_DESCENDING,
        RATING,
        NAME
    }

    /**
     * Conditions that a product must all meet. An empty list is no condition; the values of one list are alternatives.
     * Case and accents do not matter.
     *
     * @param categories names of any level of the category path
     * @param regions whole ({@code Bourgogne, Côte de Beaune}) or their first part ({@code Bourgogne})
     * @param minPrice in dollars, inclusive
     * @param maxPrice in dollars, inclusive
     * @param available online; a product whose availability is unknown meets neither
     * @param stores identifiers of stores, one of which has the product
     * @param tasteTags SAQ's taste tags
     * @param features that the label promises, such as organic
     * @param minSize in millilitres, inclusive
     * @param maxSize in millilitres, inclusive
     */
    public record Filters(
            List<String> categories,
            List<String> colors,
            List<String> countries,
            List<String> regions,
            List<String> grapes,
            Optional<String> producer,
            Optional<BigDecimal> minPrice,
            Optional<BigDecimal> maxPrice,
            Optional<Boolean> available,
            List<String> stores,
            List<String> tasteTags,
            List<String> features,
            Optional<Integer> minSize,
            Optional<Integer> maxSize) {

        /** Of whichever style and size. */
        public Filters(
                List<String> categories,
                List<String> colors,
                List<String> countries,
                List<String> regions,
                List<String> grapes,
                Optional<String> producer,
                Optional<BigDecimal> minPrice,
                Optional<BigDecimal> maxPrice,
                Optional<Boolean> available,
                List<String> stores) {
            this(
                    categories,
                    colors,
                    countries,
                    regions,
                    grapes,
                    producer,
                    minPrice,
                    maxPrice,
                    available,
                    stores,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** In whichever store, or in none. */
        public Filters(
                List<String> categories,
                List<String> colors,
                List<String> countries,
                List<String> regions,
                List<String> grapes,
                Optional<String> producer,
                Optional<BigDecimal> minPrice,
                Optional<BigDecimal> maxPrice,
                Optional<Boolean> available) {
            this(categories, colors, countries, regions, grapes, producer, minPrice, maxPrice, available, List.of());
        }

        /** No condition. */
        public static final Filters NONE = new Filters(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** Can be bought online now. */
        public static final Filters AVAILABLE = new Filters(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true));
    }

    /** The best matches for some words. */
    public static CatalogueQuery words(String words, int limit) {
        return new CatalogueQuery(Optional.of(words), Filters.NONE, Order.RELEVANCE, 0, limit);
    }
}
