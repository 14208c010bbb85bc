package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The order of a list. Products whose sort value is unknown come last; the SKU breaks ties. */
public enum Sort {
    /** Best match first; the default where words are given. */
    RELEVANCE,
    /** Last changed first. */
    RECENT,
    /** First seen last, first. */
    NEW,
    PRICE_ASC,
    PRICE_DESC,
    RATING,
    /** By name, without regard to case and accents; the default where no words are given. */
    NAME;

    /** As written in a query string: {@code price_asc}. */
    @JsonValue
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
