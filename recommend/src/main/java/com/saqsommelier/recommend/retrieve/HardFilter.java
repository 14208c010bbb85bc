package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a bottle must be, whatever else speaks for it. */
final class HardFilter {

    /** Kinds that nobody means who asks for wine, unless something in the question speaks for them. */
    private static final Set<String> SPECIAL = Set.of(
            "Porto", "Vin fortifié", "Vin de dessert", "Vin de glace", "Vin désalcoolisé", "Champagne", "Vin mousseux");

    private static final Set<String> SPARKLING = Set.of("Champagne", "Vin mousseux");

    private final WineVocabulary vocabulary = WineVocabulary.bundled();
    private final Understanding wish;
    private final Availability availability;
    private final Set<Constraint> loosened;
    private final Set<Term> spokenFor = new HashSet<>();
    private final List<Term> places;

    HardFilter(Understanding wish, Availability availability, Set<Constraint> loosened) {
        this.wish = wish;
        this.availability = availability;
        this.loosened = loosened;
        Stream.concat(wish.food().stream(), wish.occasions().stream())
                .map(vocabulary::pairing)
                .map(Pairing::kinds)
                .forEach(spokenFor::addAll);
        // "A Burgundy from France" asks for a Burgundy, "a Rioja or something Italian" for either.
        List<Term> implied = wish.regions().stream().map(vocabulary::countryOf).toList();
        places = Stream.concat(
                        wish.regions().stream(),
                        wish.countries().stream().filter(country -> !implied.contains(country)))
                .toList();
    }

    boolean passes(ProductProfile profile) {
        return availability.has(profile, wish.inMyStores() && !loosened.contains(Constraint.STORE))
                && kind(profile)
                && any(profile, wish.colours())
                && wish.excluded().stream().noneMatch(profile::has)
                && (loosened.contains(Constraint.PLACE) || any(profile, places))
                && (loosened.contains(Constraint.GRAPE) || any(profile, wish.grapes()))
                && (loosened.contains(Constraint.FEATURE)
                        || wish.features().stream().allMatch(profile::has))
                && price(profile);
    }

    private boolean kind(ProductProfile profile) {
        if (!wish.kinds().isEmpty()) {
            return any(profile, wish.kinds());
        }
        if (!profile.wine()) {
            return false;
        }
        return profile.of(Theme.KIND).stream()
                .filter(kind -> SPECIAL.contains(kind.french()))
                .allMatch(kind -> isMeant(kind, profile));
    }

    /** Whether a special kind is meant without being named. */
    private boolean isMeant(Term kind, ProductProfile profile) {
        if (spokenFor.contains(kind)) {
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

    private boolean price(ProductProfile profile) {
        BigDecimal price = profile.product().facts().offer().price();
        return price != null
                && (loosened.contains(Constraint.PRICE) || wish.price().contains(price));
    }

    private static boolean any(ProductProfile profile, List<Term> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(profile::has);
    }
}
