package com.saqsommelier.vocabulary;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * By what a record tells a kind where its category does not; see the head of {@code evidence.csv}. All words are
 * {@link Words#key keys}; an empty set asks for nothing.
 *
 * @param kind what is told
 * @param within the kind of which the product must be; null where it may be of any
 * @param least percent of alcohol by volume
 */
public record KindEvidence(
        Term kind,
        @org.jspecify.annotations.Nullable Term within,
        Set<String> names,
        Set<String> appellations,
        Set<String> places,
        Set<String> colours,
        Set<String> unless,
        OptionalDouble least) {}
