package com.saqsommelier.scraper;

/**
 * How many pages lacked what every page should have.
 *
 * @param pages that were looked at
 * @param name without a readable name
 * @param price without a price
 * @param attributes without the list of attributes
 */
public record ParseShares(int pages, int name, int price, int attributes) {

    /** Nothing was looked at. */
    static final ParseShares NONE = new ParseShares(0, 0, 0, 0);
}
