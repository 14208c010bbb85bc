package com.saqsommelier.core.stock;

import java.util.Locale;

/** Where stock was read. */
public enum StockSource {
    /** The product's page, which comes from a cache and may be two days old. */
    PAGE,
    /** The address that the page itself asks for the number of bottles. */
    INVENTORY,
    /** The list of the stores that have the product. */
    STORE_LIST,
    /** The record of Live Search. */
    LIVE_SEARCH;

    /** As the database and events write it: {@code live_search}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
