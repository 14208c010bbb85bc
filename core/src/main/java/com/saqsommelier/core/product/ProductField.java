package com.saqsommelier.core.product;

/**
 * A fact that a page can state to be empty, by printing its label without a value, or with one that is none. That is more than leaving it out: the
 * stored value is then known to be gone.
 */
public enum ProductField {
    COUNTRY,
    REGION,
    APPELLATION,
    DESIGNATION,
    CLASSIFICATION,
    QUEBEC,
    PRODUCER,
    AGENT,
    COLOR,
    GRAPES,
    ALCOHOL,
    SUGAR,
    SIZE,
    FEATURES,
    VINTAGE,
    UPC,
    PRICE,
    /** A stock that is stated and is neither yes nor no, such as a pre-order: what was known before no longer holds. */
    AVAILABILITY
}
