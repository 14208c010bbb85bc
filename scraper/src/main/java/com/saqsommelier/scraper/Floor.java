package com.saqsommelier.scraper;

/**
 * The delisting floor: the largest share of the catalogue that one run may delist, since a site in trouble looks like one
 * that dropped many products.
 */
final class Floor {

    private static final double SHARE = 0.05;
    private static final int NUMBER = 20;

    private Floor() {}

    /** Whether it can be true that so many of all that are known are gone. */
    static boolean believes(long gone, long known) {
        return gone <= NUMBER || gone <= known * SHARE;
    }
}
