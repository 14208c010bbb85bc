package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a question from the catalogue alone. Safe for use by several threads. */
public final class Sommelier {

    private static final Logger LOG = LoggerFactory.getLogger(Sommelier.class);

    /** How deep words and vectors are asked. */
    private static final int DEPTH = 200;

    /** When no price fits, so many that come nearest to it remain. */
    private static final int NEAREST_IN_PRICE = 20;

    private static final double BY_FACTS = 3;
    private static final double K_FACTS = 10;
    private static final double BY_WORDS = 2;
    private static final double BY_VECTORS = 1;
    private static final double K = 60;

    private final QuestionParser parser = new QuestionParser();
    private final Reasons reasons = new Reasons();
    private final ClaimGuard guard = new ClaimGuard();
    private final ProductShelf shelf;
    private final CatalogueIndex words;
    private final Optional<Vectors> vectors;

    /** The two halves of a search by meaning. */
    public record Vectors(Embedder embedder, VectorIndex index) {}

    /** @param vectors absent to answer by facts and words alone */
    public Sommelier(ProductShelf shelf, CatalogueIndex words, Optional<Vectors> vectors) {
        this.shelf = shelf;
        this.words = words;
        this.vectors = vectors;
    }

    /** Answers; never fails for what a question holds, nor because the vectors cannot be asked. */
    public Recommendation recommend(Request request) {
        Understanding wish = parser.parse(request.question(), request.preferred());
        if (wish.remarks().stream().anyMatch(Messages.REFUSALS::contains)) {
            return new Recommendation(wish, List.of(), Set.of(), Messages.remarks(wish));
        }
        for (Set<Constraint> loosened : steps()) {
            List<ProductProfile> candidates = candidates(wish, request, loosened);
            if (!candidates.isEmpty()) {
                List<Pick> picks = picks(wish, candidates);
                return new Recommendation(wish, picks, loosened, Messages.of(wish, loosened, picks.size()));
            }
        }
        return new Recommendation(wish, List.of(), Set.of(), Messages.nothing(wish));
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

    private List<ProductProfile> candidates(Understanding wish, Request request, Set<Constraint> loosened) {
        HardFilter filter = new HardFilter(wish, request, loosened);
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

    private List<Pick> picks(Understanding wish, List<ProductProfile> candidates) {
        Map<String, ProductProfile> bySku = new HashMap<>();
        candidates.forEach(candidate -> bySku.put(candidate.product().sku(), candidate));
        Suitability suitability = new Suitability(wish);
        Map<String, Double> suited = new HashMap<>();
        bySku.forEach((sku, profile) -> suited.put(sku, suitability.of(profile)));
        Fusion fusion = new Fusion();
        fusion.ranking(List.copyOf(bySku.keySet()), sku -> suited.getOrDefault(sku, 0.0), BY_FACTS, K_FACTS);
        fusion.ranking(byWords(wish, bySku.keySet()), BY_WORDS, K);
        fusion.ranking(byVectors(wish, bySku.keySet()), BY_VECTORS, K);
        return Diversity.choose(candidates, it -> fusion.of(it.product().sku()), wish.count()).stream()
                .map(chosen -> new Pick(
                        chosen, reason(chosen, wish), fusion.of(chosen.product().sku())))
                .toList();
    }

    private String reason(ProductProfile profile, Understanding wish) {
        String reason = reasons.compose(profile, wish);
        List<String> invented = guard.invented(reason, profile, wish);
        if (!invented.isEmpty()) {
            LOG.warn(
                    "A composed reason for {} claims {}, which its record does not hold",
                    profile.product().sku(),
                    invented);
            return "";
        }
        return reason;
    }

    private List<String> byWords(Understanding wish, Set<String> among) {
        if (wish.freeText().isEmpty()) {
            return List.of();
        }
        return words.search(CatalogueQuery.words(wish.freeText(), DEPTH)).skus().stream()
                .filter(among::contains)
                .toList();
    }

    private List<String> byVectors(Understanding wish, Set<String> among) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        try {
            float[] question =
                    vectors.get().embedder().embed(List.of(inEnglish(wish))).getFirst();
            return vectors.get().index().nearest(question, DEPTH, Optional.of(new HashSet<>(among))).stream()
                    .map(VectorIndex.Neighbour::sku)
                    .toList();
        } catch (RuntimeException e) {
            LOG.warn("The vectors cannot be asked; answering by facts and words", e);
            return List.of();
        }
    }

    /** The question in the words of the tables: the same for a question and its translation. */
    static String inEnglish(Understanding wish) {
        String terms =
                wish.wanted().stream().map(term -> term.in(Language.ENGLISH)).collect(Collectors.joining(", "));
        String rest = wish.language() == Language.ENGLISH ? wish.freeText() : "";
        return Stream.of(terms, rest).filter(part -> !part.isEmpty()).collect(Collectors.joining(". ", "Wine: ", ""));
    }
}
