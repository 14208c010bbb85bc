package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a bottle must be, whatever else speaks for it. */
final class HardFilter {

    /** Kinds that nobody means who asks for wine, unless something in the question speaks for them. */
    private static final Set<String> SPECIAL =
            Set.of("Porto", "Vin fortifié", "Vin de dessert", "Vin de glace", "Champagne", "Vin mousseux");

    private static final Set<String> SPARKLING = Set.of("Champagne", "Vin mousseux");

    private static final Bounds ALCOHOL_FREE = Bounds.upTo(0.5);

    private static final Set<String> SPIRITS_ALONE =
            Set.of("Islay", "Vallée de Spey", "Highlands", "Lowlands", "Kentucky", "Tennessee");

    private final WineVocabulary vocabulary = WineVocabulary.bundled();
    private final Understanding wish;
    private final Availability availability;
    private final Set<Constraint> loosened;
    private final boolean special;
    private final Set<Term> spokenFor = new HashSet<>();
    private final List<Term> places;

    HardFilter(Understanding wish, Availability availability, Set<Constraint> loosened) {
        this(wish, availability, loosened, false);
    }

    /** @param special whether kinds that nobody means who asks for wine will do: a place may make nothing else */
    HardFilter(Understanding wish, Availability availability, Set<Constraint> loosened, boolean special) {
        this.special = special;
        this.wish = wish;
        this.availability = availability;
        this.loosened = loosened;
        Stream.concat(wish.food().stream(), wish.occasions().stream())
                .map(vocabulary::pairing)
                .map(Pairing::kinds)
                .forEach(spokenFor::addAll);
        // "A Burgundy from France" asks for a Burgundy, "a Rioja or something Italian" for either.
        List<Term> implied = wish.regions().stream()
                .flatMap(region -> vocabulary.countryOf(region).stream())
                .toList();
        places = Stream.concat(
                        wish.regions().stream(),
                        wish.countries().stream().filter(country -> !implied.contains(country)))
                .toList();
    }

    boolean passes(ProductProfile profile) {
        return availability.has(profile, wish.inMyStores() && !loosened.contains(Constraint.STORE))
                && kind(profile)
                && colour(profile)
                && alcoholFree(profile)
                && limits(profile)
                && (loosened.contains(Constraint.DESIGNATION) || any(profile, wish.designations()))
                && wish.excluded().stream().noneMatch(profile::has)
                && (loosened.contains(Constraint.PLACE) || any(profile, places))
                && (loosened.contains(Constraint.GRAPE) || grapes(profile))
                && (loosened.contains(Constraint.FEATURE)
                        || wish.features().stream().allMatch(profile::has))
                && price(profile);
    }

    /** Nobody gets a drink without alcohol who did not ask for it, and nobody who asked gets another. */
    private boolean alcoholFree(ProductProfile profile) {
        return wish.alcoholFree() || !Quantity.ALCOHOL.holds(profile.product(), ALCOHOL_FREE);
    }

    private boolean limits(ProductProfile profile) {
        return wish.limits().entrySet().stream()
                .allMatch(limit -> limit.getKey().holds(profile.product(), limit.getValue())
                        || (limit.getKey().loosenable() && loosened.contains(Constraint.of(limit.getKey()))));
    }

    private boolean colour(ProductProfile profile) {
        if (!wish.together().isEmpty()) {
            return wish.together().keySet().stream().anyMatch(profile::has);
        }
        return any(profile, wish.colours());
    }

    private boolean grapes(ProductProfile profile) {
        if (wish.blend() && !loosened.contains(Constraint.SHARE)) {
            return wish.grapes().stream().allMatch(profile::has);
        }
        boolean main = !loosened.contains(Constraint.SHARE)
                && wish.limits().containsKey(Quantity.SHARE)
                && !wish.grapes().isEmpty();
        return main ? profile.mainGrape().filter(wish.grapes()::contains).isPresent() : any(profile, wish.grapes());
    }

    private boolean kind(ProductProfile profile) {
        if (!wish.together().isEmpty() && wish.together().keySet().stream().anyMatch(profile::has)) {
            return wish.kinds().stream().anyMatch(profile::has)
                    || profile.of(Theme.KIND).stream().noneMatch(kind -> SPECIAL.contains(kind.french()));
        }
        if (!wish.kinds().isEmpty()) {
            return any(profile, loosened.contains(Constraint.KIND) ? wholes() : wish.kinds());
        }
        if (!profile.wine()) {
            return !wish.regions().isEmpty() && any(profile, wish.regions()) && spiritsAlone();
        }
        return profile.of(Theme.KIND).stream()
                .filter(kind -> SPECIAL.contains(kind.french()))
                .allMatch(kind -> isMeant(kind, profile));
    }

    /** Whether a special kind is meant without being named. */
    private boolean isMeant(Term kind, ProductProfile profile) {
        boolean still = !wish.colours().isEmpty() && SPARKLING.contains(kind.french());
        if (special || (spokenFor.contains(kind) && !still)) {
            return true;
        }
        if (SPARKLING.contains(kind.french())) {
            boolean bubbles = spokenFor.stream().anyMatch(it -> SPARKLING.contains(it.french()));
            boolean fromThere = !wish.regions().isEmpty() && any(profile, wish.regions());
            return fromThere || (bubbles && wish.colours().isEmpty());
        }
        boolean sweet = wish.styles().stream().anyMatch(style -> style.french().equals("doux"));
        return sweet && kind.french().equals("Vin de dessert");
    }

    /** The wholes of the kinds that are wanted: who wanted a tawny may have another port. */
    private List<Term> wholes() {
        return wish.kinds().stream()
                .map(kind -> vocabulary.wholeOf(kind).orElse(kind))
                .toList();
    }

    /** Whether only spirits come from the place that is named: an Islay is a whisky. */
    private boolean spiritsAlone() {
        return wish.regions().stream().allMatch(region -> SPIRITS_ALONE.contains(region.french()))
                && wish.colours().isEmpty()
                && wish.grapes().isEmpty();
    }

    /** A budget is kept; what may be given up is that it be spent. */
    private boolean price(ProductProfile profile) {
        BigDecimal price = profile.product().facts().offer().price();
        PriceRange range = loosened.contains(Constraint.PRICE)
                ? new PriceRange(Optional.empty(), wish.price().max())
                : wish.price();
        return price != null && range.contains(price);
    }

    private static boolean any(ProductProfile profile, List<Term> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(profile::has);
    }
}
