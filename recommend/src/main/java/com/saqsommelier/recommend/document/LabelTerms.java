package com.saqsommelier.recommend.document;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The designations that a label holds: Reserva, premier cru, VSOP. */
final class LabelTerms {

    private static final WineVocabulary VOCABULARY = WineVocabulary.bundled();

    private LabelTerms() {}

    static List<Term> of(Product product) {
        ProductFacts facts = product.facts();
        String label = " "
                + Stream.of(
                                product.name(),
                                facts.label().nameEn(),
                                facts.origin().classification(),
                                facts.origin().designation(),
                                facts.origin().appellation())
                        .filter(part -> part != null)
                        .map(Words::key)
                        .collect(Collectors.joining(" | "))
                + " ";
        return VOCABULARY.terms(Theme.DESIGNATION).stream()
                .filter(term -> VOCABULARY.labels(term).stream().anyMatch(word -> label.contains(" " + word + " ")))
                .toList();
    }
}
