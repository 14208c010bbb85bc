package com.saqsommelier.vocabulary;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * By what a style is told from a product's facts; see the head of {@code styles.csv}.
 *
 * @param tags SAQ's taste tags, as {@link Words#key keys}
 * @param body 1 light to 3 full
 * @param grapes keys of grapes
 * @param sugar in grams per litre; what is known to lie outside is not of the style
 * @param alcohol in percent by volume
 */
public record Style(
        Term term,
        Set<String> tags,
        OptionalInt body,
        Set<String> grapes,
        Optional<Range> sugar,
        Optional<Range> alcohol) {}
