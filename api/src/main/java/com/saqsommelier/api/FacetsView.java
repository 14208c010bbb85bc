package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many products there are for each value that one could filter by. Each list is counted with all filters but its own,
 * so that another value can be chosen; the most frequent value first.
 *
 * @param total how many products match with all filters
 * @param categories names of all levels of the category paths
 * @param countries names as the filter takes them
 * @param regions whole ones and their parts, each with the country it is in
 * @param grapes those that a product has a share of
 * @param tasteTags SAQ's taste tags
 * @param features what labels promise
 * @param sizes in whole millilitres
 * @param price what the products cost, counted without the price filters
 */
@Schema(name = "Facets")
public record FacetsView(
        long total,
        List<Value> categories,
        List<Value> colors,
        List<Value> countries,
        List<Region> regions,
        List<Value> grapes,
        @JsonProperty("taste_tags") List<Value> tasteTags,
        List<Value> features,
        List<Value> sizes,
        Prices price) {

    /**
     * A value.
     *
     * @param value as the filter takes it
     * @param count how many products have it
     */
    @Schema(name = "FacetValue")
    public record Value(
            @Schema(example = "Vin rouge") String value,
            @Schema(example = "1204") long count) {}

    /**
     * A region.
     *
     * @param value as the filter takes it
     * @param country the country it is in; null where no product says it
     * @param parent the region that it is part of, in the same list; null for a whole region
     */
    @Schema(name = "FacetRegion")
    public record Region(
            @Schema(example = "Bourgogne, Côte de Beaune") String value,
            @Schema(example = "87") long count,

            @Schema(example = "France") @Nullable String country,
            @Schema(example = "Bourgogne") @Nullable String parent) {}

    /**
     * Prices; products without one are not counted.
     *
     * @param min the lowest in dollars; null when there is none
     * @param max the highest in dollars; null when there is none
     * @param histogram all bands, upwards, also those without products
     */
    @Schema(name = "FacetPrices")
    public record Prices(
            @Schema(example = "8.95") @Nullable BigDecimal min,
            @Schema(example = "1624.70") @Nullable BigDecimal max,
            List<Band> histogram) {}

    /**
     * A band of prices.
     *
     * @param from in dollars, inclusive
     * @param to in dollars, exclusive; null for the last band
     */
    @Schema(name = "PriceBand")
    public record Band(
            @Schema(example = "15") BigDecimal from,
            @Schema(example = "20") @Nullable BigDecimal to,
            @Schema(example = "311") long count) {}
}
