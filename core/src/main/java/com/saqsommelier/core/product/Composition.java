package com.saqsommelier.core.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in the bottle.
 *
 * @param grapes in saq.com's order; empty when unknown
 * @param grapesText as printed
 * @param alcohol in percent by volume
 * @param sugar in grams per litre; {@code <1,2 g/L} has the value 1.2, an upper bound
 * @param size in millilitres, all containers together
 * @param features for example organic; empty when unknown
 */
public record Composition(
        @Nullable String color,
        List<Grape> grapes,
        @Nullable String grapesText,
        @Nullable Measure alcohol,
        @Nullable Measure sugar,
        @Nullable Measure size,
        List<String> features) {

    /** Nothing is known. */
    public static final Composition UNKNOWN = new Composition(null, List.of(), null, null, null, null, List.of());
}
