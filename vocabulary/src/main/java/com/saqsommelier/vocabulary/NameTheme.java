package com.saqsommelier.vocabulary;

import java.util.Locale;

/** What of a product has a name in each language. */
public enum NameTheme {
    COUNTRIES,
    /** Regions and their parts, each by itself. */
    REGIONS,
    COLOURS,
    /** Levels of the category path. */
    CATEGORIES,
    GRAPES,
    DESIGNATIONS,
    CLASSIFICATIONS,
    TASTES,
    FEATURES,
    /** Whether a product is made in Québec. */
    PLACES;

    String table() {
        return "names/" + name().toLowerCase(Locale.ROOT) + ".csv";
    }
}
