package com.saqsommelier.core.event;

import java.util.Locale;

/** What can happen to a product that somebody may be told of. */
public enum EventKind {
    /** It appeared in a catalogue that had been read in full before. */
    NEW,
    /** It left the catalogue. */
    DELISTED,
    /** It is back in the catalogue. */
    RELISTED,
    /** It can be bought again, online or in a store. */
    RESTOCK,
    /** It can no longer be bought, online or in a store. */
    DESTOCK,
    /** It costs less, and that meets the price alert of somebody; the event has the prices before and after. */
    PRICE_DROP;

    /** As the database and the API write it: {@code new}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static EventKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
