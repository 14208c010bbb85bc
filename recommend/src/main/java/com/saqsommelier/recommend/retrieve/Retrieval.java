package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses bottles for a wish: filters, ranks by facts, words and vectors, and loosens where nothing fits. */
final class Retrieval {

    /** How deep words and vectors are asked. */
    private static final int DEPTH = 200;

    /** How many candidates a trace holds. */
    private static final int TRACED = 20;

    /** When no price fits, so many that come nearest to it remain: hardly more than are shown, which are to be near. */
    private static final int NEAREST_IN_PRICE = 6;

    private static final double BY_FACTS = 3;
    private static final double K_FACTS = 10;
    private static final double BY_WORDS = 2;
    private static final double BY_VECTORS = 1;
    private static final double K = 60;

    private final ProductShelf shelf;
    private final CatalogueIndex words;
    private final Optional<Vectors> vectors;

    Retrieval(ProductShelf shelf, CatalogueIndex words, Optional<Vectors> vectors) {
        this.shelf = shelf;
        this.words = words;
        this.vectors = vectors;
    }

    Selection select(Understanding wish, Availability availability, StageTimes times) {
        for (Set<Constraint> loosened : steps()) {
            List<ProductProfile> candidates = times.time(Stage.FILTER, () -> candidates(wish, availability, loosened));
            if (!candidates.isEmpty()) {
                return ranked(wish, candidates, loosened, times);
            }
        }
        return new Selection(wish, List.of(), Set.of(), List.of(), false);
    }

    /** Nothing, each constraint alone, then the first two, three and so on. */
    static List<Set<Constraint>> steps() {
        List<Set<Constraint>> steps = new ArrayList<>();
        steps.add(Set.of());
        List<Constraint> order = List.of(Constraint.values());
        order.forEach(alone -> steps.add(Set.of(alone)));
        for (int together = 2; together <= order.size(); together++) {
            steps.add(Set.copyOf(order.subList(0, together)));
        }
        return steps;
    }

    private List<ProductProfile> candidates(Understanding wish, Availability availability, Set<Constraint> loosened) {
        HardFilter filter = new HardFilter(wish, availability, loosened);
        Stream<ProductProfile> passing = shelf.profiles().stream().filter(filter::passes);
        if (!loosened.contains(Constraint.PRICE)) {
            return passing.toList();
        }
        return passing.sorted(Comparator.<ProductProfile, BigDecimal>comparing(it -> offRange(it, wish.price()))
                        .thenComparing(it -> it.product().sku()))
                .limit(NEAREST_IN_PRICE)
                .toList();
    }

    private static BigDecimal offRange(ProductProfile profile, PriceRange range) {
        BigDecimal price =
                Optional.ofNullable(profile.product().facts().offer().price()).orElse(BigDecimal.ZERO);
        BigDecimal under = range.min().map(min -> min.subtract(price)).orElse(BigDecimal.ZERO);
        BigDecimal over = range.max().map(price::subtract).orElse(BigDecimal.ZERO);
        return under.max(over).max(BigDecimal.ZERO);
    }

    private Selection ranked(
            Understanding wish, List<ProductProfile> candidates, Set<Constraint> loosened, StageTimes times) {
        Map<String, ProductProfile> bySku = new HashMap<>();
        candidates.forEach(candidate -> bySku.put(candidate.product().sku(), candidate));
        Map<String, Double> suited = new HashMap<>();
        times.time(Stage.FILTER, () -> {
            Suitability suitability = new Suitability(wish);
            bySku.forEach((sku, profile) -> suited.put(sku, suitability.of(profile)));
            return suited;
        });
        List<String> byWords = times.time(Stage.WORDS, () -> byWords(wish, bySku.keySet()));
        Optional<List<String>> byVectors = times.time(Stage.VECTORS, () -> byVectors(wish, bySku.keySet()));
        return times.time(Stage.CHOOSE, () -> {
            Fusion fusion = new Fusion();
            fusion.ranking(List.copyOf(bySku.keySet()), sku -> suited.getOrDefault(sku, 0.0), BY_FACTS, K_FACTS);
            fusion.ranking(byWords, BY_WORDS, K);
            fusion.ranking(byVectors.orElse(List.of()), BY_VECTORS, K);
            List<Candidate> best = bySku.keySet().stream()
                    .sorted(Comparator.comparingDouble(fusion::of).reversed().thenComparing(it -> it))
                    .limit(TRACED)
                    .map(sku -> new Candidate(
                            sku,
                            fusion.of(sku),
                            suited.getOrDefault(sku, 0.0),
                            byWords.indexOf(sku) + 1,
                            byVectors.orElse(List.of()).indexOf(sku) + 1))
                    .toList();
            return new Selection(
                    wish,
                    Diversity.choose(candidates, it -> fusion.of(it.product().sku()), wish.count()),
                    loosened,
                    best,
                    byVectors.isPresent());
        });
    }

    private List<String> byWords(Understanding wish, Set<String> among) {
        if (wish.freeText().isEmpty()) {
            return List.of();
        }
        return words.search(CatalogueQuery.words(wish.freeText(), DEPTH)).skus().stream()
                .filter(among::contains)
                .toList();
    }

    private Optional<List<String>> byVectors(Understanding wish, Set<String> among) {
        return vectors.flatMap(them -> them.ask(asked -> nearest(asked, inEnglish(wish), among)))
                // Nothing is embedded yet: vectors had no say.
                .filter(nearest -> !nearest.isEmpty());
    }

    private static List<String> nearest(Vectors vectors, String question, Set<String> among) {
        float[] asked = vectors.embedder().embed(List.of(question)).getFirst();
        return vectors.index().nearest(asked, DEPTH, Optional.of(among)).stream()
                .map(VectorIndex.Neighbour::sku)
                .toList();
    }

    /** The question in the words of the tables: the same for a question and its translation. */
    static String inEnglish(Understanding wish) {
        String terms =
                wish.wanted().stream().map(term -> term.in(Language.ENGLISH)).collect(Collectors.joining(", "));
        String rest = wish.language() == Language.ENGLISH ? wish.freeText() : "";
        return Stream.of(terms, rest).filter(part -> !part.isEmpty()).collect(Collectors.joining(". ", "Wine: ", ""));
    }
}
