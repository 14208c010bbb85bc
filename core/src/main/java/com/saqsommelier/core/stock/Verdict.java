package com.saqsommelier.core.stock;

/**
 * How much a run's readings would change.
 *
 * @param products products of which an earlier reading can be compared
 * @param productsChanged those that came online or went, or came to the first store or left the last
 * @param pairs products in single stores of which an earlier reading can be compared
 * @param pairsChanged those that came or went
 */
public record Verdict(long products, long productsChanged, long pairs, long pairsChanged) {

    /** A broken source looks as if much changed at once; so few changes are believed whatever their share. */
    private static final int ALWAYS_BELIEVED = 20;

    /**
     * Whether so much at once can be true.
     *
     * @param most the largest share that is believed, 0 to 1
     */
    public boolean believable(double most) {
        return believable(products, productsChanged, most) && believable(pairs, pairsChanged, most);
    }

    private static boolean believable(long all, long changed, double most) {
        return changed <= ALWAYS_BELIEVED || changed <= all * most;
    }
}
