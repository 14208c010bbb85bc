package com.saqsommelier.bot.filter;

/** Where a product is to be had. */
public enum Availability {
    /** What the list is by itself: anything for a search, what is online for the rest. */
    USUAL(""),
    ONLINE("o"),
    /** In one of the stores that the person chose. */
    MY_STORES("m");

    private final String code;

    Availability(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
