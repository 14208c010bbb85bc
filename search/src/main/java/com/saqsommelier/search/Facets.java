package com.saqsommelier.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How many products there are for each value that one could filter by. Each list is counted with all filters but its own,
 * the most frequent value first; values that no product has are left out.
 *
 * @param total how many products match with all filters
 * @param categories names of all levels of the category paths
 * @param regions whole ones and their parts
 * @param tasteTags SAQ's taste tags
 * @param features what labels promise
 * @param sizes in whole millilitres
 */
public record Facets(
        long total,
        List<Value> categories,
        List<Value> colors,
        List<Value> countries,
        List<Region> regions,
        List<Value> grapes,
        List<Value> tasteTags,
        List<Value> features,
        List<Value> sizes,
        Prices prices) {

    /**
     * A value.
     *
     * @param value as the catalogue spells it most often
     * @param count how many products have it
     */
    public record Value(String value, long count) {}

    /**
     * A region. The same name in two countries is two regions.
     *
     * @param country empty where no product says it
     * @param parent the region that it is part of, listed itself; empty for a whole region
     */
    public record Region(String value, long count, Optional<String> country, Optional<String> parent) {}

    /**
     * The prices; products without one are not counted.
     *
     * @param min the lowest in dollars, empty when there is none
     * @param max the highest in dollars, empty when there is none
     * @param histogram all bands, upwards, also those without products
     */
    public record Prices(Optional<BigDecimal> min, Optional<BigDecimal> max, List<Band> histogram) {}

    /**
     * A band of prices.
     *
     * @param from in dollars, inclusive
     * @param to in dollars, exclusive; empty for the last band
     */
    public record Band(BigDecimal from, Optional<BigDecimal> to, long count) {}
}
