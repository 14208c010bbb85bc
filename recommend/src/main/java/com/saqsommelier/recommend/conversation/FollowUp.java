package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.GrapeTraits;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a wish becomes by what is said after its answer. What the follow-up names takes the place of what was wished of the
 * same theme, and of what would contradict it; the rest stays.
 *
 * @param wish the last one
 * @param shown the bottles of its answer
 * @param pointedAt the one of them that the follow-up points at: more like this one
 * @param price whether it asks for a lower or a higher price
 * @param stated the price that the person named last, to which another place goes back from "cheaper"
 */
record FollowUp(
        Understanding wish,
        List<ProductProfile> shown,
        Optional<ProductProfile> pointedAt,
        Comparison.Price price,
        PriceRange stated) {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    /** Styles of which a bottle has one at most; naming one lets go of the others. */
    private static final List<Set<String>> EXCLUSIVE =
            List.of(Set.of("corsé", "mi-corsé", "léger"), Set.of("sec", "demi-sec", "doux"), Set.of("vif", "rond"));

    Understanding with(Understanding change) {
        Set<Term> wanted = new LinkedHashSet<>(before());
        wanted.removeIf(contradicts(change));
        wanted.addAll(change.wanted());
        Set<Term> excluded = new LinkedHashSet<>(wish.excluded());
        excluded.removeAll(change.wanted());
        excluded.addAll(change.excluded());
        wanted.removeAll(change.excluded());
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        remarks.addAll(change.remarks());
        // What is left of "cheaper" without its price says nothing, and need not.
        remarks.removeIf(Remark::refuses);
        return new Understanding(
                change.language(),
                List.copyOf(wanted),
                List.copyOf(excluded),
                price(change),
                change.count() == QuestionParser.USUAL ? wish.count() : change.count(),
                wish.inMyStores() || change.inMyStores(),
                change.freeText().isEmpty() && pointedAt.isEmpty() ? wish.freeText() : change.freeText(),
                remarks,
                limits(change),
                pointedAt.isPresent()
                        ? change.like()
                        : change.like().or(wish::like).filter(like -> keepsLike(change)),
                change.together(),
                change.blend() || (wish.blend() && change.grapes().isEmpty()));
    }

    /** A new drink or grape lets go of what the bottle was to be like, unless the change names that itself. */
    private boolean keepsLike(Understanding change) {
        return change.like().isPresent()
                || (change.kinds().isEmpty() && change.grapes().isEmpty());
    }

    /** Demands in numbers stay until they are changed; a size and an age belong to the drink. */
    private Map<Quantity, Bounds> limits(Understanding change) {
        Map<Quantity, Bounds> limits = new HashMap<>(wish.limits());
        if (!change.kinds().isEmpty() || pointedAt.isPresent()) {
            limits.remove(Quantity.AGE);
            limits.remove(Quantity.SHARE);
            limits.remove(Quantity.VINTAGE);
        }
        if (change.styles().stream().anyMatch(style -> SUGAR.contains(style.french()))) {
            limits.remove(Quantity.SUGAR);
        }
        limits.putAll(change.limits());
        return limits;
    }

    private static final Set<String> SUGAR = Set.of("sec", "demi-sec", "doux");

    /** What was wished; or, where a bottle is pointed at, what that bottle is, for the same dish and occasion. */
    private List<Term> before() {
        return pointedAt
                .map(bottle -> Stream.concat(
                                bottle.terms().stream()
                                        .filter(term -> switch (term.theme()) {
                                            case COLOUR, COUNTRY, REGION -> true;
                                            case KIND -> !isPlainWine(bottle);
                                            case GRAPE ->
                                                bottle.mainGrape().stream().anyMatch(term::equals);
                                            case STYLE, FEATURE, DISH, OCCASION, DESIGNATION -> false;
                                        })
                                        .sorted(Comparator.comparing(Term::theme)
                                                .thenComparing(Term::french)),
                                wish.wanted().stream()
                                        .filter(term -> term.theme() == Theme.DISH
                                                || term.theme() == Theme.OCCASION
                                                || term.theme() == Theme.FEATURE))
                        .toList())
                .orElse(wish.wanted());
    }

    private static boolean isPlainWine(ProductProfile bottle) {
        return bottle.of(Theme.KIND).isEmpty();
    }

    private Predicate<Term> contradicts(Understanding change) {
        boolean otherDish = !change.food().isEmpty() && !wish.food().isEmpty();
        boolean place = !change.countries().isEmpty() || !change.regions().isEmpty();
        boolean drink = !change.kinds().isEmpty() || !change.colours().isEmpty();
        return term -> switch (term.theme()) {
            // Colour and style were said for the dish that was; with another one they are open again.
            case KIND -> (drink && !(change.kinds().isEmpty() && comesIn(term, change.colours()))) || otherDish;
            case COLOUR -> drink || otherDish || isOfAnotherColour(term, change.grapes());
            case GRAPE ->
                !change.grapes().isEmpty() || otherDish || !change.kinds().isEmpty() || !grows(term, change);
            case COUNTRY, REGION -> place;
            case STYLE -> otherDish || change.styles().stream().anyMatch(style -> excludes(style, term));
            case DISH -> !change.food().isEmpty();
            case OCCASION -> !change.occasions().isEmpty();
            case FEATURE -> false;
            case DESIGNATION -> place || drink;
        };
    }

    /** Whether a kind of wine comes in the colours that are asked for now: sparkling rosé, white port. */
    private static boolean comesIn(Term kind, List<Term> colours) {
        return WineVocabulary.bundled().isWine(kind)
                && colours.stream().noneMatch(colour -> colour.french().equals("Rouge"));
    }

    private static boolean isOfAnotherColour(Term colour, List<Term> grapes) {
        return colour.theme() == Theme.COLOUR && grapes.stream().anyMatch(grape -> clash(grape, colour));
    }

    /** Whether wine of a colour that is wanted now is made of a grape. */
    private static boolean grows(Term grape, Understanding change) {
        return change.colours().stream().noneMatch(colour -> clash(grape, colour));
    }

    /** A red grape makes rosé too; nobody who wants a white means a red grape, nor the other way round. */
    private static boolean clash(Term grape, Term colour) {
        Optional<Boolean> red = WineVocabulary.bundled().traits(grape).map(GrapeTraits::red);
        return switch (colour.french()) {
            case "Rouge", "Rosé" -> red.map(it -> !it).orElse(false);
            case "Blanc", "Orange" -> red.orElse(false);
            default -> false;
        };
    }

    private static boolean excludes(Term style, Term other) {
        return EXCLUSIVE.stream().anyMatch(group -> group.contains(style.french()) && group.contains(other.french()));
    }

    private PriceRange price(Understanding change) {
        PriceRange said = change.price();
        boolean elsewhere = !change.countries().isEmpty() || !change.regions().isEmpty();
        List<BigDecimal> prices = pointedAt.map(List::of).orElse(shown).stream()
                .flatMap(bottle ->
                        Stream.ofNullable(bottle.product().facts().offer().price()))
                .sorted()
                .toList();
        if (!said.isAny()) {
            return said;
        }
        if (price == Comparison.Price.ANY) {
            return PriceRange.ANY;
        }
        if (prices.isEmpty()) {
            return wish.price();
        }
        return switch (price) {
            case CHEAPER -> PriceRange.upTo(prices.getFirst().subtract(CENT));
            case DEARER -> PriceRange.from(prices.getLast().add(CENT));
            case ANY -> PriceRange.ANY;
            case SAME ->
                pointedAt.isPresent() && wish.price().isAny()
                        ? around(prices.getFirst())
                        : elsewhere && pointedAt.isEmpty() ? stated : wish.price();
        };
    }

    private static PriceRange around(BigDecimal price) {
        BigDecimal fifth = price.multiply(A_FIFTH);
        return PriceRange.between(
                price.subtract(fifth).setScale(2, RoundingMode.HALF_UP),
                price.add(fifth).setScale(2, RoundingMode.HALF_UP));
    }
}
