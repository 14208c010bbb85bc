package com.saqsommelier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A value of a product as it is counted: by its key, as filters compare it, and shown as the catalogue spells it.
 *
 * @param key what is counted as one: the folded value, for a region with its country's
 * @param text as the catalogue writes it
 * @param country of a region; empty for other facets and where it is unknown
 * @param parent the region that a region is part of; empty for other facets and for whole regions
 */
record FacetValue(String key, String text, Optional<String> country, Optional<String> parent) {

    private static final String SEPARATOR = "\u0000";
    private static final int PARTS = 4;

    static FacetValue of(String text) {
        return new FacetValue(Keyword.of(text), Keyword.cut(text.strip()), Optional.empty(), Optional.empty());
    }

    /** A region, and the one that it is part of: {@code Bourgogne, Côte de Beaune} is part of {@code Bourgogne}. */
    static List<FacetValue> region(String printed, @Nullable String country) {
        String region = Keyword.cut(printed.strip());
        List<FacetValue> values = new ArrayList<>();
        Optional<String> parent = Optional.of(region.indexOf(','))
                .filter(comma -> comma >= 0)
                .map(comma -> region.substring(0, comma).strip());
        Optional<String> from = Optional.ofNullable(country).map(String::strip).map(Keyword::cut);
        values.add(new FacetValue(regionKey(region, from), region, from, parent));
        parent.ifPresent(whole -> values.add(new FacetValue(regionKey(whole, from), whole, from, Optional.empty())));
        return values;
    }

    static FacetValue read(BytesRef stored) {
        String[] parts = stored.utf8ToString().split(SEPARATOR, PARTS);
        return new FacetValue(parts[0], parts[1], unlessEmpty(parts[2]), unlessEmpty(parts[3]));
    }

    BytesRef write() {
        return new BytesRef(String.join(SEPARATOR, key, text, country.orElse(""), parent.orElse("")));
    }

    private static String regionKey(String region, Optional<String> country) {
        return Keyword.of(region) + "\u0001" + country.map(Keyword::of).orElse("");
    }

    private static Optional<String> unlessEmpty(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}
