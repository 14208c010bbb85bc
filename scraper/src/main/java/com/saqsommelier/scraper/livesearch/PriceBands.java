package com.saqsommelier.scraper.livesearch;

import java.util.Map;

/**
 * Bands of prices, each one percent wide. Live Search tells no prices and yet finds products by them, so that the band in
 * which it finds a product tells its price to the percent.
 */
final class PriceBands {

    private static final double WIDTH = 1.01;

    private PriceBands() {}

    /** The band of a price in dollars; 0 for a dollar and all below. */
    static int of(double price) {
        return price <= 1 ? 0 : (int) Math.floor(Math.log(price) / Math.log(WIDTH)) + 1;
    }

    /** The filter for the bands from one to before another. From is included and to is not. */
    static Map<String, Object> filter(int from, int to) {
        return Map.of("attribute", "price", "range", Map.of("from", bound(from), "to", bound(to)));
    }

    private static double bound(int band) {
        return band <= 0 ? 0 : Math.round(100 * Math.pow(WIDTH, band - 1)) / 100.0;
    }
}
