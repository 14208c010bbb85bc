package com.saqsommelier.bot.filter;

import com.saqsommelier.api.Sort;
import java.util.Optional;

/** The order of a list. */
public enum Order {
    /** What the list is by itself: the best match first for a search, the newest first for what is new. */
    USUAL("", null),
    CHEAPEST("a", Sort.PRICE_ASC),
    DEAREST("d", Sort.PRICE_DESC),
    BEST_RATED("t", Sort.RATING),
    NEWEST("n", Sort.NEW),
    BY_NAME("m", Sort.NAME);

    private final String code;
    private final Optional<Sort> sort;

    Order(String code, @org.jspecify.annotations.Nullable Sort sort) {
        this.code = code;
        this.sort = Optional.ofNullable(sort);
    }

    String code() {
        return code;
    }

    /** As the contract names it; empty where the list decides. */
    public Optional<Sort> sort() {
        return sort;
    }
}
