package com.saqsommelier.search;

/** The ways in which the words of a query are read, from the strictest to the most lenient; the first that finds counts. */
enum Reading {
    /** A product's code among other words. */
    CODE(false),
    /** Every word as it is written. */
    AS_WRITTEN(false),
    /** Every word, or what the vocabulary says that it means. */
    BY_MEANING(false),
    /** Every word, or one that it may be a misspelling of. */
    WITH_TYPOS(true),
    /** Every word that the catalogue knows. */
    WITHOUT_UNKNOWN(true),
    /** At least one word. */
    SOME(true);

    private final boolean lenient;

    Reading(boolean lenient) {
        this.lenient = lenient;
    }

    /** Whether its matches differ from what was typed, so that the person is told. */
    boolean lenient() {
        return lenient;
    }
}
