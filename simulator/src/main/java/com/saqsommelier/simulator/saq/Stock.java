package com.saqsommelier.simulator.saq;

/**
 * Where a product can be bought.
 *
 * @param online bottles that can be ordered online, 0 when none
 * @param inStores whether some store has it; {@code OutOfStock} on a page speaks of online stock only
 */
public record Stock(int online, boolean inStores) {

    /** Whether the page says {@code InStock}. */
    public boolean isOnline() {
        return online > 0;
    }
}
