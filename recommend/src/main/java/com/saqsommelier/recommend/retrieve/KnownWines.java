package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.vocabulary.Table;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Profiles of well-known wines that the catalogue may lack: {@code known-wines.csv}. */
final class KnownWines {

    private static final Map<String, Known> WINES = read();

    private KnownWines() {}

    /** @param price dollars for 750 ml, about */
    record Known(List<Term> terms, BigDecimal price) {}

    /** The wine of which a name holds the words, the longest name first. */
    static Optional<Known> in(String name) {
        String key = " " + Words.key(name) + " ";
        return WINES.entrySet().stream()
                .filter(wine -> key.contains(" " + wine.getKey() + " "))
                .max(Comparator.comparingInt(wine -> wine.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static Map<String, Known> read() {
        Map<String, Known> wines = new HashMap<>();
        for (Table.Row row : Table.rows(KnownWines.class, "known-wines.csv")) {
            List<Term> terms = row.list("terms").stream()
                    .map(term -> term.split(":", 2))
                    .map(term ->
                            WineVocabulary.bundled().term(Theme.valueOf(term[0].toUpperCase(Locale.ROOT)), term[1]))
                    .toList();
            Known known = new Known(terms, new BigDecimal(row.cell("price")));
            row.list("words").forEach(word -> wines.put(Words.key(word), known));
        }
        return Map.copyOf(wines);
    }
}
