package com.saqsommelier.api;

import java.util.List;

/**
 * Stores.
 *
 * @param stores the nearest first where a place was asked for, else in the order of their cities
 */
public record StorePage(List<StoreView> stores) {}
