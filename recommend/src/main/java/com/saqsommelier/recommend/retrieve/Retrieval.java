package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
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

    /** How much meaning counts beside facts: a question of which words were not read lives by it. */
    private static final double BY_VECTORS = 0.5;

    private static final double BY_VECTORS_ALONE = 2.5;
    private static final double BY_WORDS = 1.5;

    /** So that of many bottles that fit alike not the same ones answer everything; the same for the same wish. */
    private static final double BY_LOT = 0.6;

    private final ProductShelf shelf;
    private final CatalogueIndex words;
    private final Optional<Vectors> vectors;
    private final NameResolution naming;

    Retrieval(ProductShelf shelf, CatalogueIndex words, Optional<Vectors> vectors) {
        this.shelf = shelf;
        this.words = words;
        this.vectors = vectors;
        this.naming = new NameResolution(shelf, words);
    }

    Selection select(Understanding asked, Availability availability, StageTimes times) {
        NameResolution.Named named = times.time(Stage.WORDS, () -> naming.resolve(asked));
        Understanding wish = named.wish();
        for (Set<Constraint> loosened : steps(wish)) {
            List<ProductProfile> fitting = times.time(Stage.FILTER, () -> candidates(named, availability, loosened));
            boolean byName = fitting.stream()
                    .anyMatch(it -> named.only().contains(it.product().sku()));
            if (!named.only().isEmpty() && !byName && loosened.isEmpty() && ofTheName(named, availability)) {
                continue;
            }
            List<ProductProfile> candidates = byName
                    ? fitting.stream()
                            .filter(it -> named.only().contains(it.product().sku()))
                            .toList()
                    : fitting;
            if (!candidates.isEmpty()) {
                String unread = byName || named.only().isEmpty() ? named.unread() : asked.freeText();
                return ranked(named, unread, candidates, loosened, times);
            }
            if (loosened.isEmpty() && !availability.suggested().isEmpty()) {
                // Rather the same again than what was not asked for.
                List<ProductProfile> again = candidates(named, availability.again(), loosened);
                if (!again.isEmpty()) {
                    return ranked(named, named.unread(), again, loosened, times);
                }
            }
        }
        return new Selection(
                wish,
                List.of(),
                Set.of(),
                List.of(),
                false,
                named.unread(),
                elsewhere(named),
                cheapest(named, availability));
    }

    /** Whether giving up other demands than the name would find bottles of the name. */
    private boolean ofTheName(NameResolution.Named named, Availability availability) {
        return steps(named.wish()).stream()
                .skip(1)
                .filter(loosened ->
                        Collections.disjoint(loosened, EnumSet.of(Constraint.KIND, Constraint.PLACE, Constraint.GRAPE)))
                .anyMatch(loosened -> candidates(named, availability, loosened).stream()
                        .anyMatch(it -> named.only().contains(it.product().sku())));
    }

    /** The price of the cheapest bottle that fits but for its price; empty where no price was asked for. */
    private Optional<BigDecimal> cheapest(NameResolution.Named named, Availability availability) {
        Understanding wish = named.wish();
        if (wish.price().max().isEmpty()) {
            return Optional.empty();
        }
        HardFilter filter =
                new HardFilter(wish.with(wish.wanted(), wish.excluded(), PriceRange.ANY), availability, Set.of());
        return candidates(named, filter).stream()
                .flatMap(it -> Stream.ofNullable(it.product().facts().offer().price()))
                .filter(price -> price.compareTo(wish.price().max().get()) > 0)
                .min(BigDecimal::compareTo);
    }

    /** How many products of the catalogue fit that cannot be bought now. */
    private int elsewhere(NameResolution.Named named) {
        HardFilter filter = new HardFilter(named.wish(), Availability.ANY, Set.of());
        return (int) shelf.profiles().stream()
                .filter(it -> !named.never().contains(it.product().sku()))
                .filter(filter::passes)
                .count();
    }

    /** Nothing, each demand alone, then the first two, three and so on; only what the wish demands. */
    static List<Set<Constraint>> steps(Understanding wish) {
        List<Set<Constraint>> steps = new ArrayList<>();
        steps.add(Set.of());
        List<Constraint> order = Stream.of(Constraint.values())
                .filter(constraint -> constraint.isDemandedBy(wish))
                .toList();
        order.forEach(alone -> steps.add(Set.of(alone)));
        for (int together = 2; together <= order.size(); together++) {
            steps.add(Set.copyOf(order.subList(0, together)));
        }
        return steps;
    }

    private List<ProductProfile> candidates(
            NameResolution.Named named, Availability availability, Set<Constraint> loosened) {
        List<ProductProfile> usual = candidates(named, new HardFilter(named.wish(), availability, loosened));
        // Sauternes makes dessert wine, and Jerez sherry: who names the place means it.
        return usual.isEmpty() && !named.wish().regions().isEmpty()
                ? candidates(named, new HardFilter(named.wish(), availability, loosened, true))
                : usual;
    }

    private List<ProductProfile> candidates(NameResolution.Named named, HardFilter filter) {
        return shelf.profiles().stream()
                .filter(it -> !named.never().contains(it.product().sku()))
                .filter(filter::passes)
                .toList();
    }

    private Selection ranked(
            NameResolution.Named named,
            String unread,
            List<ProductProfile> candidates,
            Set<Constraint> loosened,
            StageTimes times) {
        Understanding wish = named.wish();
        Map<String, ProductProfile> bySku = new HashMap<>();
        candidates.forEach(candidate -> bySku.put(candidate.product().sku(), candidate));
        Map<String, Double> suited = new HashMap<>();
        times.time(Stage.FILTER, () -> {
            Suitability suitability = new Suitability(wish, named.leaning(), candidates, loosened);
            bySku.forEach((sku, profile) -> suited.put(sku, suitability.of(profile)));
            return suited;
        });
        List<String> byWords = times.time(Stage.WORDS, () -> byWords(unread, bySku.keySet()));
        Optional<List<VectorIndex.Neighbour>> byVectors =
                times.time(Stage.VECTORS, () -> byVectors(wish, unread, bySku.keySet()));
        return times.time(Stage.CHOOSE, () -> {
            Map<String, Double> scores = new HashMap<>();
            List<Part> parts = parts(wish);
            bySku.keySet().forEach(sku -> scores.put(sku, suited.getOrDefault(sku, 0.0) + BY_LOT * lot(sku, parts)));
            for (int i = 0; i < byWords.size(); i++) {
                scores.merge(byWords.get(i), BY_WORDS / (1 + 0.1 * i), Double::sum);
            }
            boolean saysNothing = wish.wanted().isEmpty();
            List<VectorIndex.Neighbour> near = byVectors.orElse(List.of());
            double weight = saysNothing && !unread.isEmpty() ? BY_VECTORS_ALONE : BY_VECTORS;
            double nearest = near.isEmpty() ? 1 : near.getFirst().similarity();
            double farthest = near.isEmpty() ? 0 : near.getLast().similarity();
            near.forEach(it -> scores.merge(
                    it.sku(),
                    weight * (it.similarity() - farthest) / Math.max(0.001, nearest - farthest),
                    Double::sum));
            List<String> nearSkus =
                    near.stream().map(VectorIndex.Neighbour::sku).toList();
            List<Candidate> best = bySku.keySet().stream()
                    .sorted(Comparator.comparingDouble((String sku) -> scores.getOrDefault(sku, 0.0))
                            .reversed()
                            .thenComparing(it -> it))
                    .limit(TRACED)
                    .map(sku -> new Candidate(
                            sku,
                            scores.getOrDefault(sku, 0.0),
                            suited.getOrDefault(sku, 0.0),
                            byWords.indexOf(sku) + 1,
                            nearSkus.indexOf(sku) + 1))
                    .toList();
            return new Selection(
                    wish,
                    Diversity.choose(
                            candidates, it -> scores.getOrDefault(it.product().sku(), 0.0), wish),
                    loosened,
                    best,
                    byVectors.isPresent(),
                    unread,
                    0,
                    Optional.empty());
        });
    }

    /**
     * A number around 0 that is always the same for a wish and a product. Each part of the wish has a say, so that wishes that
     * are nearly the same have nearly the same answer.
     */
    private static double lot(String sku, List<Part> parts) {
        double sum = 0;
        double squares = 0;
        for (Part part : parts) {
            int mixed = (sku.hashCode() ^ part.hash()) * 0x9E3779B9;
            sum += part.weight() * (((mixed ^ (mixed >>> 15)) & 0xFFFF) / 65535.0 - 0.5);
            squares += part.weight() * part.weight();
        }
        return sum / Math.sqrt(squares);
    }

    /** Part of a wish that decides by lot; half of all wishes name a colour, so that one counts little. */
    private record Part(int hash, double weight) {}

    private static List<Part> parts(Understanding wish) {
        return Stream.of(
                        Stream.of(new Part(0, 0.1)),
                        wish.wanted().stream()
                                .map(term ->
                                        new Part(term.toString().hashCode(), term.theme() == Theme.COLOUR ? 0.2 : 1)),
                        wish.excluded().stream()
                                .map(term -> new Part(~term.toString().hashCode(), 1)),
                        wish.price().isAny()
                                ? Stream.<Part>of()
                                : Stream.of(new Part(wish.price().toString().hashCode(), 1)))
                .flatMap(it -> it)
                .toList();
    }

    private List<String> byWords(String unread, Set<String> among) {
        if (unread.isEmpty()) {
            return List.of();
        }
        // Only what holds one of the words as it was typed; what is merely spelt alike is another thing.
        List<String> asked =
                Words.of(unread).stream().filter(word -> word.length() > 3).toList();
        return words.search(CatalogueQuery.words(unread, DEPTH)).skus().stream()
                .filter(among::contains)
                .filter(sku -> shelf.find(sku)
                        .filter(it -> !Collections.disjoint(NameResolution.words(it), asked))
                        .isPresent())
                .toList();
    }

    private Optional<List<VectorIndex.Neighbour>> byVectors(Understanding wish, String unread, Set<String> among) {
        return vectors.flatMap(them -> them.ask(asked -> nearest(asked, inEnglish(wish, unread), among)))
                // Nothing is embedded yet: vectors had no say.
                .filter(nearest -> !nearest.isEmpty());
    }

    private static List<VectorIndex.Neighbour> nearest(Vectors vectors, String question, Set<String> among) {
        float[] asked = vectors.embedder().embed(List.of(question)).getFirst();
        return vectors.index().nearest(asked, DEPTH, Optional.of(among));
    }

    /**
     * The question in the words of the tables, which are the same for a question and its translation, and what was not read.
     * The model knows English: French words go to it only where there is nothing else.
     */
    static String inEnglish(Understanding wish, String unread) {
        String terms = wish.wanted().stream()
                .sorted(Comparator.comparing(Term::theme).thenComparing(Term::french))
                .map(term -> term.in(Language.ENGLISH))
                .collect(Collectors.joining(", "));
        String rest = wish.language() == Language.ENGLISH || terms.isEmpty() ? unread : "";
        return Stream.of(terms, rest).filter(part -> !part.isEmpty()).collect(Collectors.joining(". ", "Wine: ", ""));
    }
}
