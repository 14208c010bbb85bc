package com.saqsommelier.search;

import com.saqsommelier.search.CatalogueQuery.Filters;
import java.util.List;

/** What the values of a catalogue are counted by; each is a filter too. */
enum Facet {
    CATEGORY(ProductDocument.CATEGORY_IS),
    COLOR(ProductDocument.COLOR_IS),
    COUNTRY(ProductDocument.COUNTRY_IS),
    REGION(ProductDocument.REGION_IS),
    GRAPE(ProductDocument.GRAPE_IS),

    TASTE(ProductDocument.TASTE_IS),
    FEATURE(ProductDocument.FEATURE_IS),

    /** Millilitres; its filter is a range. */
    SIZE(ProductDocument.SIZE),

    /** In bands and not by value. */
    PRICE(ProductDocument.CENTS);

    private final String field;

    Facet(String field) {
        this.field = field;
    }

    /** The field that its filter looks in. */
    String field() {
        return field;
    }

    /** The field whose values are counted; see {@link FacetValue}. */
    String counted() {
        return field + "_counted";
    }

    /** The values that filters want of it; empty for anything. */
    List<String> wanted(Filters filters) {
        return switch (this) {
            case CATEGORY -> filters.categories();
            case COLOR -> filters.colors();
            case COUNTRY -> filters.countries();
            case REGION -> filters.regions();
            case GRAPE -> filters.grapes();
            case TASTE -> filters.tasteTags();
            case FEATURE -> filters.features();
            case SIZE, PRICE -> List.of();
        };
    }
}
