package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.saq.Dice.Purpose;
import java.util.Map;

/**
 * How many bottles of a product each store has on a day. Some products are in a handful of stores, some in hundreds; a
 * store is supplied every fourteen days, on a day of its own for each product, or not at all.
 */
final class Shelves {

    private static final int DAYS_BETWEEN_DELIVERIES = 14;

    private final Dice dice;
    private final int stores;

    Shelves(Dice dice, int stores) {
        this.dice = dice;
        this.stores = stores;
    }

    /**
     * The bottles of a product in one store.
     *
     * @param key the product's key
     * @param carried whether stores have it at all; if so, at least one has a bottle
     * @param byHand what was set for single stores, which goes before all else
     */
    int bottles(int key, boolean carried, Map<Integer, Integer> byHand, int store, int day) {
        Integer set = byHand.get(store);
        if (set != null) {
            return set;
        }
        return carried ? drawn(key, store, day, spread(key), home(key)) : 0;
    }

    /** The bottles in each store, by its place in the list. */
    int[] everywhere(int key, boolean carried, Map<Integer, Integer> byHand, int day) {
        int[] bottles = new int[stores];
        if (carried) {
            double spread = spread(key);
            int home = home(key);
            for (int store = 0; store < stores; store++) {
                bottles[store] = drawn(key, store, day, spread, home);
            }
        }
        byHand.forEach((store, set) -> bottles[store] = set);
        return bottles;
    }

    private int drawn(int key, int store, int day, double spread, int home) {
        int since = day + dice.below(DAYS_BETWEEN_DELIVERIES, Purpose.PHASE, key, store);
        int pair = key * 1_009 + store;
        int delivery = since / DAYS_BETWEEN_DELIVERIES;
        if (store != home && dice.unit(Purpose.CARRIED, pair, delivery) >= spread) {
            return 0;
        }
        int delivered = 1 + dice.below(30, Purpose.DELIVERED, pair, delivery);
        int soldADay = dice.below(3, Purpose.SOLD, pair, delivery);
        return Math.max(store == home ? 1 : 0, delivered - soldADay * (since % DAYS_BETWEEN_DELIVERIES));
    }

    /** The share of the stores that order it. */
    private double spread(int key) {
        double draw = dice.unit(Purpose.SPREAD, key, 0);
        return 0.005 + 0.6 * draw * draw * draw;
    }

    private int home(int key) {
        return dice.below(stores, Purpose.HOME, key, 0);
    }
}
