package com.saqsommelier.recommend.document;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.vocabulary.KindEvidence;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes the kinds that a category tells by those that the rest of the record tells: a bourbon is one by its name. */
final class KindsOfRecord {

    private static final WineVocabulary VOCABULARY = WineVocabulary.bundled();

    private KindsOfRecord() {}

    /** @param terms what the category told; gets the kinds that the record tells, and the wholes of all of them */
    static void complete(Product product, Set<Term> terms) {
        withWholes(terms);
        ProductFacts facts = product.facts();
        String label = " "
                + Words.key(Stream.of(
                                product.name(),
                                facts.label().nameEn(),
                                facts.origin().classification(),
                                facts.origin().designation())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" | ")))
                + " ";
        String appellation = key(facts.origin().appellation());
        Set<String> places = Stream.concat(
                        Stream.of(key(facts.origin().country())),
                        Stream.ofNullable(facts.origin().region())
                                .flatMap(region -> Stream.of(region.split("[,/]", -1)))
                                .map(KindsOfRecord::key))
                .collect(Collectors.toSet());
        String colour = key(facts.composition().color());
        BigDecimal alcohol = Optional.ofNullable(facts.composition().alcohol())
                .map(it -> it.value())
                .orElse(null);
        for (KindEvidence evidence : VOCABULARY.evidence()) {
            Term within = evidence.within();
            if (terms.contains(evidence.kind()) || (within != null && !terms.contains(within))) {
                continue;
            }
            boolean named = evidence.names().stream().anyMatch(word -> label.contains(" " + word + " "));
            boolean called = evidence.appellations().stream()
                    .anyMatch(it -> appellation.equals(it) || appellation.startsWith(it + " "));
            boolean says =
                    (evidence.names().isEmpty() && evidence.appellations().isEmpty()) || named || called;
            if (says
                    && (evidence.places().isEmpty()
                            || evidence.places().stream().anyMatch(places::contains))
                    && (evidence.colours().isEmpty() || evidence.colours().contains(colour))
                    && (evidence.least().isEmpty()
                            || alcohol == null
                            || alcohol.doubleValue() >= evidence.least().getAsDouble())
                    && evidence.unless().stream().noneMatch(word -> label.contains(" " + word + " "))) {
                terms.add(evidence.kind());
                withWholes(terms);
            }
        }
    }

    private static void withWholes(Set<Term> terms) {
        for (Term kind : Set.copyOf(terms)) {
            for (Optional<Term> whole = VOCABULARY.wholeOf(kind);
                    whole.isPresent();
                    whole = VOCABULARY.wholeOf(whole.get())) {
                terms.add(whole.get());
            }
        }
    }

    private static String key(@Nullable String text) {
        return text == null ? "" : Words.key(text);
    }
}
