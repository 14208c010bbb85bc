package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.LikeThis;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.question.WordForms;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds in the catalogue what a question names: a producer, a cuvée, a brand. What the bottle is to be "like" gives the wish
 * its colour, grape and place, and is never an answer itself, in no size. What nobody knows is told as not understood.
 */
final class NameResolution {

    private static final int DEPTH = 60;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The price that is "cheaper" than a whole appellation, as a share of its middle price. */
    private static final BigDecimal CHEAPER_THAN_A_PLACE = new BigDecimal("0.65");

    /** The highest price, in dollars, of an affordable alternative to a wine that is dear. */
    private static final BigDecimal AFFORDABLE = new BigDecimal("40");

    /** From this price on cheaper means affordable, not a little less. */
    private static final BigDecimal LUXURY = new BigDecimal("60");

    private final ProductShelf shelf;
    private final CatalogueIndex index;
    private final WineVocabulary vocabulary = WineVocabulary.bundled();

    NameResolution(ProductShelf shelf, CatalogueIndex index) {
        this.shelf = shelf;
        this.index = index;
    }

    /**
     * A wish with its names found.
     *
     * @param only SKUs that have the name that was asked for; empty when none was
     * @param never SKUs that are not to be an answer
     * @param leaning what would be good to have beside what is demanded
     * @param unread words that nobody understands
     */
    record Named(Understanding wish, Set<String> only, Set<String> never, List<Term> leaning, String unread) {}

    Named resolve(Understanding asked) {
        Understanding wish = narrowed(asked);
        Named liked = wish.like().map(like -> liked(wish, like)).orElseGet(() -> plain(wish, wish.freeText()));
        if (liked.unread().isEmpty()) {
            return liked;
        }
        Set<String> only = isEveryday(liked.unread()) && isWine(wish) ? Set.of() : named(liked.unread());
        if (only.isEmpty()) {
            Optional<KnownWines.Known> known = KnownWines.in(liked.unread());
            if (known.isPresent() && wish.like().isEmpty()) {
                return like(
                        wish,
                        known.get().terms(),
                        Set.of(),
                        Optional.of(known.get().price()),
                        false);
            }
            return liked;
        }
        return new Named(liked.wish(), only, liked.never(), liked.leaning(), "");
    }

    /** A wish without the regions of which a part is named too: of "a Beaujolais, say Morgon" Morgon is left. */
    private Understanding narrowed(Understanding wish) {
        List<Term> regions = wish.regions();
        if (regions.size() < 2) {
            return wish;
        }
        Set<Term> wholes = regions.stream()
                .filter(whole -> regions.stream().anyMatch(part -> !part.equals(whole) && isPart(part, whole)))
                .collect(Collectors.toSet());
        return wish.with(
                wish.wanted().stream().filter(term -> !wholes.contains(term)).toList(), wish.excluded(), wish.price());
    }

    /** Whether all bottles of a region are of another, and not the other way round. */
    private boolean isPart(Term part, Term whole) {
        List<ProductProfile> of =
                shelf.profiles().stream().filter(it -> it.has(part)).toList();
        return !of.isEmpty()
                && of.stream().allMatch(it -> it.has(whole))
                && shelf.profiles().stream().filter(it -> it.has(whole)).count() > of.size();
    }

    /** Whether it is one word of the dictionaries, which also stands in names: "a wine for the boat" asks for no Bateau. */
    private static boolean isEveryday(String unread) {
        return !unread.contains(" ") && WordForms.has(unread);
    }

    /** Whether wine is asked for; a word beside a liqueur or a beer tells of what it is made: coffee, raspberry. */
    private boolean isWine(Understanding wish) {
        return wish.kinds().stream().allMatch(vocabulary::isWine);
    }

    private static Named plain(Understanding wish, String unread) {
        return new Named(wish, Set.of(), Set.of(), List.of(), unread);
    }

    private Named liked(Understanding wish, LikeThis like) {
        Set<String> same = named(like.name());
        List<ProductProfile> bottles =
                same.stream().flatMap(sku -> shelf.find(sku).stream()).toList();
        List<Term> terms = terms(like.name());
        boolean place = terms.stream().anyMatch(term -> term.theme() == Theme.REGION || term.theme() == Theme.KIND);
        Optional<KnownWines.Known> known = KnownWines.in(like.name());
        if (known.isPresent()) {
            return like(wish, known.get().terms(), same, Optional.of(known.get().price()), like.cheaper());
        }
        if (place) {
            return likePlace(wish, like, terms);
        }
        return bottles.stream()
                .min(Comparator.comparingInt((ProductProfile it) -> isUsualSize(it) ? 0 : 1)
                        .thenComparing(it -> it.product().sku()))
                .map(bottle -> like(wish, profile(bottle), same, BottleSize.pricePerBottle(bottle), like.cheaper()))
                .orElseGet(() -> plain(wish, (like.name() + " " + wish.freeText()).strip()));
    }

    /** Something of the same colour, grape and style from elsewhere: "like a Barolo". */
    private Named likePlace(Understanding wish, LikeThis like, List<Term> terms) {
        List<Term> of = terms.stream()
                .filter(term -> term.theme() == Theme.REGION || term.theme() == Theme.KIND)
                .toList();
        List<ProductProfile> bottles = shelf.profiles().stream()
                .filter(profile -> of.stream().allMatch(profile::has))
                .toList();
        List<Term> profile = new ArrayList<>();
        mostly(bottles, it -> it.of(Theme.COLOUR).stream()).ifPresent(profile::add);
        mostly(bottles, it -> it.mainGrape().stream()).ifPresent(profile::add);
        mostly(bottles, it -> it.of(Theme.COUNTRY).stream()).ifPresent(profile::add);
        mostly(bottles, it -> it.of(Theme.KIND).stream().filter(kind -> !of.contains(kind)))
                .ifPresent(profile::add);
        String key = " " + Words.key(like.name()) + " ";
        Set<String> same =
                bottles.stream().map(it -> it.product().sku()).collect(Collectors.toCollection(HashSet::new));
        shelf.profiles().stream()
                .filter(it -> (" " + Words.key(String.valueOf(it.product().name())) + " ").contains(key))
                .forEach(it -> same.add(it.product().sku()));
        List<BigDecimal> prices = bottles.stream()
                .flatMap(it -> BottleSize.pricePerBottle(it).stream())
                .sorted()
                .toList();
        Optional<BigDecimal> middle = prices.isEmpty() ? Optional.empty() : Optional.of(prices.get(prices.size() / 2));
        return like(
                wish,
                profile,
                same,
                like.cheaper()
                        ? middle.map(
                                price -> price.compareTo(LUXURY) > 0 ? price : price.multiply(CHEAPER_THAN_A_PLACE))
                        : middle,
                like.cheaper());
    }

    private Named like(
            Understanding wish, List<Term> profile, Set<String> never, Optional<BigDecimal> price, boolean cheaper) {
        Set<Term> wanted = new LinkedHashSet<>(wish.wanted());
        boolean ownDrink = !wish.colours().isEmpty() || !wish.kinds().isEmpty();
        List<Term> leaning = new ArrayList<>();
        for (Term term : profile) {
            switch (term.theme()) {
                case COLOUR, KIND -> {
                    if (!ownDrink) {
                        wanted.add(term);
                    }
                }
                case GRAPE -> {
                    if (wish.grapes().isEmpty() && !wish.excluded().contains(term) && !ownDrink) {
                        wanted.add(term);
                    }
                }
                case COUNTRY, REGION, STYLE, FEATURE, DISH, OCCASION, DESIGNATION -> leaning.add(term);
            }
        }
        PriceRange range = wish.price();
        if (range.isAny() && price.isPresent()) {
            range = cheaper
                    ? PriceRange.upTo(
                            price.get().compareTo(LUXURY) > 0
                                    ? AFFORDABLE
                                    : price.get().subtract(CENT).setScale(2, RoundingMode.DOWN))
                    : PriceRange.upTo(price.get()
                            .multiply(new BigDecimal("1.6"))
                            .max(new BigDecimal("25"))
                            .setScale(2, RoundingMode.DOWN));
        }
        return new Named(
                wish.with(List.copyOf(wanted), wish.excluded(), range), Set.of(), never, leaning, wish.freeText());
    }

    /** The profile of a bottle: its colour and kind, its main grape, its place and styles. */
    private static List<Term> profile(ProductProfile bottle) {
        Set<Term> wholes = bottle.of(Theme.KIND).stream()
                .flatMap(kind -> WineVocabulary.bundled().wholeOf(kind).stream())
                .collect(Collectors.toSet());
        return Stream.of(
                        bottle.of(Theme.COLOUR).stream(),
                        bottle.of(Theme.KIND).stream().filter(kind -> !wholes.contains(kind)),
                        bottle.mainGrape().stream(),
                        bottle.of(Theme.COUNTRY).stream(),
                        bottle.of(Theme.REGION).stream(),
                        bottle.of(Theme.STYLE).stream())
                .flatMap(it -> it)
                .sorted(Comparator.comparing(Term::theme).thenComparing(Term::french))
                .toList();
    }

    /** SKUs of the products whose names, producers or places hold every word. */
    private Set<String> named(String text) {
        List<String> words =
                Words.of(text).stream().filter(word -> word.length() > 2).toList();
        if (words.isEmpty()) {
            return Set.of();
        }
        return index.search(CatalogueQuery.words(text, DEPTH)).skus().stream()
                .filter(sku -> shelf.find(sku)
                        .filter(it -> words(it).containsAll(words))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isUsualSize(ProductProfile profile) {
        int size = BottleSize.of(profile);
        return size == 0 || size == BottleSize.USUAL;
    }

    /** The words of the names, producer and places of a product. */
    static Set<String> words(ProductProfile profile) {
        Set<String> own = new HashSet<>();
        Stream.of(
                        profile.product().name(),
                        profile.product().facts().label().nameEn(),
                        profile.product().facts().origin().producer(),
                        profile.product().facts().origin().appellation(),
                        profile.product().facts().origin().region())
                .filter(part -> part != null)
                .forEach(part -> own.addAll(Words.of(part)));
        return own;
    }

    private List<Term> terms(String text) {
        List<String> words = Words.of(text);
        List<Term> terms = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Optional<Found> found = vocabulary.phrases().longestAt(words, at);
            found.ifPresent(it -> terms.addAll(it.terms()));
            at += found.map(Found::length).orElse(1);
        }
        return terms;
    }

    private static Optional<Term> mostly(List<ProductProfile> bottles, Function<ProductProfile, Stream<Term>> terms) {
        Map<Term, Long> counts =
                bottles.stream().flatMap(terms).collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > bottles.size())
                .max(Map.Entry.<Term, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().french()))
                .map(Map.Entry::getKey);
    }
}
