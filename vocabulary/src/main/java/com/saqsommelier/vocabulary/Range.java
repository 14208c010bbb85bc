package com.saqsommelier.vocabulary;

import java.util.Optional;

/** A range of numbers, both ends inclusive. */
public record Range(double from, double to) {

    /** Whether a number lies in it. */
    public boolean contains(double number) {
        return from <= number && number <= to;
    }

    /** Reads {@code 14-17}; nothing in an empty text. */
    static Optional<Range> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = text.split("-", -1);
        return Optional.of(new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
    }
}
