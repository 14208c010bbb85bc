package com.saqsommelier.simulator.saq;

import java.util.Map;

/**
 * What somebody did to a product.
 *
 * @param condition the product as it was left; {@code inStores} leaves {@code stores} aside
 * @param tick the first tick that has come since
 * @param stores bottles by place in the store list, where they were set by hand
 */
record Edit(Reading condition, int tick, Map<Integer, Integer> stores) {

    Edit {
        stores = Map.copyOf(stores);
    }
}
