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
 * @param tasteTag SAQ's taste tag, as saq.com writes it
 * @param feature what the label promises, as saq.com writes it
 * @param minSizeMl in millilitres, inclusive
 * @param maxSizeMl in millilitres, inclusive
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

        @Parameter(description = "Any level of the category path, as saq.com writes it.", example = "Vin rouge")
        @BindParam("category")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> category,

        @Parameter(description = "Colour.", example = "Rouge")
        @BindParam("color")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> color,

        @Parameter(description = "Country.", example = "France")
        @BindParam("country")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> country,

        @Parameter(description = "Region, whole or the part before the comma.", example = "Bourgogne")
        @BindParam("region")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> region,

        @Parameter(description = "Grape that the product has a share of.", example = "Merlot")
        @BindParam("grape")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> grape,

        @Parameter(description = "Producer, whole.", example = "Domaine Weinbach")
        @BindParam("producer")
        @Size(max = LONGEST_VALUE, message = "at most {max} characters")
        @Nullable
        String producer,

        @Parameter(name = "min_price", description = "In dollars, inclusive.", example = "15")
        @BindParam("min_price")
        @DecimalMin(value = "0", message = "a number from {value}")
        @Nullable
        BigDecimal minPrice,

        @Parameter(name = "max_price", description = "In dollars, inclusive.", example = "30.50")
        @BindParam("max_price")
        @DecimalMin(value = "0", message = "a number from {value}")
        @Nullable
        BigDecimal maxPrice,

        @Parameter(description = "Whether it can be bought online.", example = "true") @BindParam("available") @Nullable
        Boolean available,

        @Parameter(name = "in_store", description = "Identifiers of stores, one of which has it.", example = "23009")
        @BindParam("in_store")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> inStore,

        @Parameter(name = "taste_tag", description = "SAQ's taste tag.", example = "Fruité et généreux")
        @BindParam("taste_tag")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> tasteTag,

        @Parameter(description = "What the label promises.", example = "Produit bio")
        @BindParam("feature")
        @Size(max = MOST_VALUES, message = "at most {max} values")
        @Nullable
        List<@Size(max = LONGEST_VALUE, message = "at most {max} characters") String> feature,

        @Parameter(name = "min_size_ml", description = "In millilitres, inclusive.", example = "1500")
        @BindParam("min_size_ml")
        @Min(value = 0, message = "a whole number from {value}")
        @Nullable
        Integer minSizeMl,

        @Parameter(name = "max_size_ml", description = "In millilitres, inclusive.", example = "375")
        @BindParam("max_size_ml")
        @Min(value = 0, message = "a whole number from {value}")
        @Nullable
        Integer maxSizeMl,

        @Parameter(description = "The order.", example = "price_asc") @BindParam("sort") @Nullable
        Sort sort,

        @Parameter(description = "From 1.", example = "1")
        @BindParam("page")
        @Min(value = 1, message = "a whole number from {value}")
        @Nullable
        Integer page,

        @Parameter(name = "per_page", description = "1 to 100, 20 where it is not given.", example = "20")
        @BindParam("per_page")
        @Min(value = 1, message = "a whole number from 1 to 100")
        @Max(value = 100, message = "a whole number from 1 to 100")
        @Nullable
        Integer perPage) {

    /** How many values a repeatable filter takes. */
    public static final int MOST_VALUES = 50;

    /** How many characters a value of a filter takes; no name in the catalogue comes near. */
    public static final int LONGEST_VALUE = 200;

    /** How many products a page holds where the query does not say. */
    public static final int DEFAULT_PER_PAGE = 20;

    /** Of whichever style and size. */
    public ProductQuery(
            @Nullable String q,
            @Nullable List<String> category,
            @Nullable List<String> color,
            @Nullable List<String> country,
            @Nullable List<String> region,
            @Nullable List<String> grape,
            @Nullable String producer,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean available,
            @Nullable List<String> inStore,
            @Nullable Sort sort,
            @Nullable Integer page,
            @Nullable Integer perPage) {
        this(
                q, category, color, country, region, grape, producer, minPrice, maxPrice, available, inStore, null,
                null, null, null, sort, page, perPage);
    }

    /** The first page of what matches the words, best match first. */
    public static ProductQuery words(String q) {
        return new ProductQuery(q, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same query at another page. */
    public ProductQuery at(int page, int perPage) {
        return new ProductQuery(
                q, category, color, country, region, grape, producer, minPrice, maxPrice, available, inStore, tasteTag,
                feature, minSizeMl, maxSizeMl, sort, page, perPage);
    }
}
