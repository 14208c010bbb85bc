package com.saqsommelier.recommend.document;

import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.vocabulary.GrapeTraits;
import com.saqsommelier.vocabulary.Range;
import com.saqsommelier.vocabulary.Style;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads products in the terms of the vocabulary. Stateless. */
public final class Profiler {

    /** Kinds that are sweet whatever their record says of sugar, which it often does not. */
    private static final Set<String> SWEET =
            Set.of("Porto", "Vin de dessert", "Vin de glace", "Cidre de glace", "Liqueur et crème");

    /** Grams per litre that such kinds have at least. */
    private static final double SWEET_SUGAR = 60;

    /** Percent by volume that say nothing about body. */
    private static final Range USUAL_ALCOHOL = new Range(12.5, 14);

    private final WineVocabulary vocabulary = WineVocabulary.bundled();

    /** What holds for a product. */
    public ProductProfile profile(Product product) {
        Set<Term> terms = new LinkedHashSet<>();
        Set<String> categories =
                product.facts().label().categories().stream().map(Words::key).collect(Collectors.toSet());
        vocabulary.terms(Theme.KIND).stream()
                .filter(kind -> vocabulary.categories(kind).stream().anyMatch(categories::contains))
                .forEach(terms::add);
        KindsOfRecord.complete(product, terms);
        LabelTerms.of(product).forEach(terms::add);
        Composition composition = product.facts().composition();
        Optional<Term> colour = colour(composition, product.facts().label().categories());
        boolean wine = terms.stream().anyMatch(vocabulary::isWine)
                || (colour.isPresent() && terms.stream().noneMatch(term -> term.theme() == Theme.KIND));
        colour.filter(found -> wine).ifPresent(terms::add);
        places(product.facts().origin(), terms);
        List<Grape> grapes = composition.grapes();
        grapes.stream().flatMap(grape -> term(Theme.GRAPE, grape.name())).forEach(terms::add);
        composition.features().stream()
                .flatMap(feature -> leading(Theme.FEATURE, feature).stream())
                .forEach(terms::add);
        if (composition.features().stream()
                        .anyMatch(feature -> Words.key(feature).contains("orange"))
                && terms.removeIf(term -> term.theme() == Theme.COLOUR)) {
            term(Theme.COLOUR, "Orange").forEach(terms::add);
        }
        String quebec = product.facts().origin().quebec();
        if (quebec != null) {
            term(Theme.FEATURE, quebec).forEach(terms::add);
        }
        Optional<Term> main = grapes.stream()
                .max((one, other) -> share(one).compareTo(share(other)))
                .filter(grape -> grape.percent() != null)
                .or(() -> grapes.stream().findFirst())
                .flatMap(grape -> vocabulary.named(Theme.GRAPE, grape.name()));
        if (wine) {
            vocabulary.terms(Theme.STYLE).stream()
                    .filter(style -> isOf(vocabulary.style(style), product, terms, main))
                    .forEach(terms::add);
        }
        return new ProductProfile(product, Set.copyOf(terms), main, wine);
    }

    private Optional<Term> colour(Composition composition, List<String> categories) {
        return categories.reversed().stream()
                .flatMap(category -> term(Theme.COLOUR, category))
                .findFirst()
                .or(() -> Optional.ofNullable(composition.color()).flatMap(it -> vocabulary.named(Theme.COLOUR, it)));
    }

    private void places(Origin origin, Set<Term> terms) {
        if (origin.country() != null) {
            term(Theme.COUNTRY, origin.country()).forEach(terms::add);
        }
        if (origin.region() != null) {
            Stream.of(origin.region().split("[,/]"))
                    .flatMap(part -> term(Theme.REGION, part))
                    .forEach(terms::add);
        }
        if (origin.appellation() != null) {
            leading(Theme.REGION, origin.appellation()).ifPresent(terms::add);
        }
    }

    private boolean isOf(Style style, Product product, Set<Term> terms, Optional<Term> main) {
        Composition composition = product.facts().composition();
        if (style.sugar().isPresent()) {
            Range range = style.sugar().get();
            OptionalDouble sugar = number(composition.sugar());
            boolean sweet = terms.stream().anyMatch(term -> SWEET.contains(term.french()));
            boolean inside =
                    sugar.isPresent() ? range.contains(sugar.getAsDouble()) : sweet && range.contains(SWEET_SUGAR);
            if (!inside || style.grapes().isEmpty()) {
                return inside;
            }
        }
        String tag = product.facts().label().tasteTag();
        if (tag != null && style.tags().contains(Words.key(tag))) {
            return true;
        }
        return main.isPresent()
                && (hasBody(style, main.get(), number(composition.alcohol()))
                        || style.grapes().contains(Words.key(main.get().french())));
    }

    /** Body is told by the grape; where a style names alcohol, too much or too little of it speaks against. */
    private boolean hasBody(Style style, Term grape, OptionalDouble alcohol) {
        if (style.body().isEmpty()) {
            return false;
        }
        int body = vocabulary.traits(grape).map(GrapeTraits::body).orElse(0);
        boolean strengthFits = alcohol.isEmpty()
                || style.alcohol().isEmpty()
                || style.alcohol().get().contains(alcohol.getAsDouble())
                || USUAL_ALCOHOL.contains(alcohol.getAsDouble());
        return body == style.body().getAsInt() && strengthFits;
    }

    private static OptionalDouble number(@Nullable Measure measure) {
        BigDecimal value = measure == null ? null : measure.value();
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    private Stream<Term> term(Theme theme, String written) {
        return vocabulary.named(theme, written).stream();
    }

    /** The term that a name begins with: {@code Chablis Premier Cru} is a Chablis. */
    private Optional<Term> leading(Theme theme, String written) {
        List<String> words = Words.of(written);
        for (int length = words.size(); length > 0; length--) {
            Optional<Term> found = vocabulary.named(theme, String.join(" ", words.subList(0, length)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static BigDecimal share(Grape grape) {
        @Nullable BigDecimal percent = grape.percent();
        return percent == null ? BigDecimal.ZERO : percent;
    }
}
