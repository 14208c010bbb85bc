package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Table;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How near the place of a bottle is to the places of a wish, for when the places themselves have nothing. */
final class Neighbours {

    private static final Map<Term, List<Term>> NEAR = read();

    private final List<Term> countries;

    Neighbours(Understanding wish) {
        countries = Stream.concat(
                        wish.regions().stream().flatMap(region -> WineVocabulary.bundled().countryOf(region).stream()),
                        wish.countries().stream())
                .distinct()
                .toList();
    }

    /** 1 for the same country, less for a neighbour the farther it is, 0 for the rest of the world. */
    double nearness(ProductProfile profile) {
        double nearest = 0;
        for (Term country : countries) {
            if (profile.has(country)) {
                return 1;
            }
            List<Term> near = NEAR.getOrDefault(country, List.of());
            for (int i = 0; i < near.size(); i++) {
                if (profile.has(near.get(i))) {
                    nearest = Math.max(nearest, 0.8 - 0.1 * i);
                }
            }
        }
        return nearest;
    }

    private static Map<Term, List<Term>> read() {
        WineVocabulary vocabulary = WineVocabulary.bundled();
        Map<Term, List<Term>> near = new HashMap<>();
        Table.rows(Neighbours.class, "neighbours.csv")
                .forEach(row -> near.put(
                        vocabulary.term(Theme.COUNTRY, row.cell("country")),
                        row.list("neighbours").stream()
                                .map(country -> vocabulary.term(Theme.COUNTRY, country))
                                .toList()));
        return Map.copyOf(near);
    }
}
