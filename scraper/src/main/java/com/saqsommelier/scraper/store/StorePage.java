package com.saqsommelier.scraper.store;

import java.util.List;
import java.util.OptionalInt;

/**
 * Ten stores of a list, as a rule.
 *
 * @param entries those that could be read
 * @param size how many there were, unreadable ones included
 * @param total how many the whole list has, as it says
 * @param last whether the list says that this is its end
 */
record StorePage(List<StoreEntry> entries, int size, OptionalInt total, boolean last) {}
