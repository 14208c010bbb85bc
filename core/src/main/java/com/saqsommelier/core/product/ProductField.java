package com.saqsommelier.core.product;

/**
 * A fact that a page can state to be empty, by printing its label without a value. That is more than leaving it out: the
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
    UPC
}
