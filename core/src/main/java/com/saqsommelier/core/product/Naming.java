package com.saqsommelier.core.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names and the classification of a product.
 *
 * @param name the French name
 * @param nameEn the English name
 * @param description SAQ's text; kept for search, never shown
 * @param image SAQ's picture; never shown
 * @param categories the path in the catalogue from its root; empty when unknown
 * @param vintage the year of harvest
 * @param tasteTag SAQ's "pastille de goût"
 */
public record Naming(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String description,
        @Nullable String image,
        List<String> categories,
        @Nullable Integer vintage,
        @Nullable String tasteTag) {

    /** The same without SAQ's text and picture, for copies that are kept by the ten thousand and only show. */
    public Naming withoutTexts() {
        return new Naming(name, nameEn, null, null, categories, vintage, tasteTag);
    }

    /** A label that says nothing but the name. */
    public static Naming named(String name) {
        return new Naming(name, null, null, null, List.of(), null, null);
    }
}
