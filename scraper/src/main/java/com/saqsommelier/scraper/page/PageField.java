package com.saqsommelier.scraper.page;

/** What of a page could not be read. */
public enum PageField {
    /** The page as a whole: cut, damaged, or of another kind. */
    PAGE("page"),
    JSON_LD("json-ld"),
    SKU("sku"),
    NAME("name"),
    PRICE("price");

    private final String label;

    PageField(String label) {
        this.label = label;
    }

    /** Its name in a metric: lower case letters and hyphens. */
    public String label() {
        return label;
    }
}
