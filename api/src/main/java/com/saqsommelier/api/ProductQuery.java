package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What to list. A null or empty component does not narrow the list; several values of one component are alternatives.
 *
 * @param q words, a SKU or a UPC; 1 to 200 characters
 * @param category any level of the category path, as saq.com writes it
 * @param minPrice in dollars, inclusive
 * @param maxPrice in dollars, inclusive
 * @param available true for what can be bought online, false for what is known not to be
 * @param inStore identifiers of stores, one of which has it by the last reading
 * @param sort null for relevance where {@code q} is given, else by name
 * @param page from 1; null for 1
 * @param perPage 1 to 100; null for 20
 */
public record ProductQuery(
        @Parameter(
                description = "Words, a SKU or a UPC. Accents, case and small typos do not matter.",
                example = "chateau margaux")
        @BindParam("q")
        @Size(min = 1, max = 200, message = "{min} to {max} characters")
        @Nullable
        String q,

        @BindParam("category") @Nullable List<String> category,
        @BindParam("color") @Nullable List<String> color,
        @BindParam("country") @Nullable List<String> country,
        @BindParam("region") @Nullable List<String> region,
        @BindParam("grape") @Nullable List<String> grape,
        @BindParam("producer") @Nullable String producer,

        @Parameter(name = "min_price")
        @BindParam("min_price")
        @DecimalMin(value = "0", message = "a number from {value}")
        @Nullable
        BigDecimal minPrice,

        @Parameter(name = "max_price")
        @BindParam("max_price")
        @DecimalMin(value = "0", message = "a number from {value}")
        @Nullable
        BigDecimal maxPrice,

        @BindParam("available") @Nullable Boolean available,

        @Parameter(name = "in_store", description = "Identifiers of stores, one of which has it.", example = "23009")
        @BindParam("in_store")
        @Nullable
        List<String> inStore,

        @BindParam("sort") @Nullable Sort sort,

        @BindParam("page") @Min(value = 1, message = "a whole number from {value}") @Nullable
        Integer page,

        @Parameter(name = "per_page")
        @BindParam("per_page")
        @Min(value = 1, message = "a whole number from 1 to 100")
        @Max(value = 100, message = "a whole number from 1 to 100")
        @Nullable
        Integer perPage) {

    /** How many products a page holds where the query does not say. */
    public static final int DEFAULT_PER_PAGE = 20;

    /** The first page of what matches the words, best match first. */
    public static ProductQuery words(String q) {
        return new ProductQuery(q, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same query at another page. */
    public ProductQuery at(int page, int perPage) {
        return new ProductQuery(
                q, category, color, country, region, grape, producer, minPrice, maxPrice, available, inStore, sort,
                page, perPage);
    }
}
