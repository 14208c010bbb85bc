package com.saqsommelier.recommend.eval.wish;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A product as its page states it, in both languages where the page has both. Conditions are checked against this and
 * nothing else, so that a fault of the tables by which the sommelier reads products shows.
 *
 * @param names French and English
 * @param breadcrumb the steps of the category path
 * @param color empty when not stated, as are the lists that follow
 * @param origins region and appellation
 * @param features organic, kosher and so on
 * @param size millilitres
 * @param sugar grams per litre
 * @param alcohol percent by volume
 * @param price dollars
 * @param rating percent of the best
 * @param vintage a year stated, or a year in the name
 */
public record BottleRecord(
        String sku,
        List<String> names,
        List<String> breadcrumb,
        List<String> color,
        List<String> country,
        List<String> origins,
        List<String> classification,
        List<String> grapes,
        List<String> features,
        OptionalDouble size,
        OptionalDouble sugar,
        OptionalDouble alcohol,
        OptionalDouble price,
        OptionalDouble rating,
        OptionalInt vintage) {

    /** Takes copies. */
    public BottleRecord {
        names = List.copyOf(names);
        breadcrumb = List.copyOf(breadcrumb);
        color = List.copyOf(color);
        country = List.copyOf(country);
        origins = List.copyOf(origins);
        classification = List.copyOf(classification);
        grapes = List.copyOf(grapes);
        features = List.copyOf(features);
    }

    /** The name and what a report says beside it. */
    @Override
    public String toString() {
        return names.getFirst() + (price.isPresent() ? " (" + price.getAsDouble() + " $)" : "");
    }
}
