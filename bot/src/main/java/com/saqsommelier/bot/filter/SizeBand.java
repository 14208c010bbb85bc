package com.saqsommelier.bot.filter;

import java.util.Optional;

/** Sizes of bottles that people choose between, in millilitres; all containers of a product together. */
public enum SizeBand {
    ANY("", 0, 0),
    SMALL("a", 1, 500),
    STANDARD("b", 501, 1000),
    MAGNUM("c", 1001, 1999),
    LARGE("d", 2000, 0);

    private final String code;
    private final int from;
    private final int to;

    SizeBand(String code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    String code() {
        return code;
    }

    /** The smallest size in millilitres, inclusive; empty for no bound. */
    public Optional<Integer> smallest() {
        return from == 0 ? Optional.empty() : Optional.of(from);
    }

    /** The largest size in millilitres, inclusive; empty for no bound. */
    public Optional<Integer> largest() {
        return to == 0 ? Optional.empty() : Optional.of(to);
    }

    /** Whether a size in millilitres belongs here. */
    public boolean holds(int millilitres) {
        return millilitres >= from && (to == 0 || millilitres <= to);
    }
}
