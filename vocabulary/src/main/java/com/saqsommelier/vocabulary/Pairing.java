package com.saqsommelier.vocabulary;

import java.util.List;

/**
 * What goes with a dish or an occasion, the best first. An empty list prefers nothing.
 *
 * @param price dollars that suit, where the question names none
 */
public record Pairing(
        List<Term> kinds,
        List<Term> colours,
        List<Term> styles,
        List<Term> grapes,
        List<Term> regions,
        java.util.Optional<Range> price) {}
