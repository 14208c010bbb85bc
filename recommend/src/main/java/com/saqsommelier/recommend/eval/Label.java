package com.saqsommelier.recommend.eval;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.retrieve.Constraint;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bottle is to be. Colour, country, region, grape, feature and price are read from the record itself and not from
 * what the profiler makes of it, so that its faults show; kinds and styles are the profiler's, for no record names them.
 *
 * @param wanted of each theme one of the terms must hold
 * @param unwanted none of them may hold
 * @param minPrice in dollars; empty for none
 * @param maxPrice in dollars; empty for none
 */
public record Label(List<Term> wanted, List<Term> unwanted, OptionalDouble minPrice, OptionalDouble maxPrice) {

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty() && minPrice.isEmpty() && maxPrice.isEmpty();
    }

    /**
     * Whether a bottle is so.
     *
     * @param givenUp what the answer says it gave up; it is not asked for
     */
    public boolean fits(ProductProfile bottle, Set<Constraint> givenUp) {
        return (givenUp.contains(Constraint.PRICE) || priced(bottle.product()))
                && Stream.of(Theme.values())
                        .filter(theme -> givenUp.stream().noneMatch(constraint -> covers(constraint, theme)))
                        .allMatch(theme -> oneOf(theme, bottle))
                && unwanted.stream().noneMatch(term -> holds(term, bottle));
    }

    private boolean oneOf(Theme theme, ProductProfile bottle) {
        List<Term> alternatives =
                wanted.stream().filter(term -> term.theme() == theme).toList();
        return alternatives.isEmpty() || alternatives.stream().anyMatch(term -> holds(term, bottle));
    }

    private boolean priced(Product product) {
        @Nullable BigDecimal price = product.facts().offer().price();
        if (minPrice.isEmpty() && maxPrice.isEmpty()) {
            return true;
        }
        return price != null
                && price.doubleValue() >= minPrice.orElse(0)
                && price.doubleValue() <= maxPrice.orElse(Double.MAX_VALUE);
    }

    private static boolean covers(Constraint constraint, Theme theme) {
        return switch (constraint) {
            case FEATURE -> theme == Theme.FEATURE;
            case GRAPE -> theme == Theme.GRAPE;
            case PLACE -> theme == Theme.COUNTRY || theme == Theme.REGION;
            case DESIGNATION -> theme == Theme.DESIGNATION;
            case KIND -> theme == Theme.KIND;
            case PRICE, STORE, RATING, SHARE, VINTAGE, AGE, SIZE -> false;
        };
    }

    private static boolean holds(Term term, ProductProfile bottle) {
        ProductFacts facts = bottle.product().facts();
        Origin origin = facts.origin();
        return switch (term.theme()) {
            case COLOUR ->
                named(term, facts.composition().color())
                        || facts.label().categories().stream().anyMatch(category -> contains(category, term));
            case COUNTRY -> named(term, origin.country());
            case REGION ->
                Stream.of(origin.region(), origin.appellation(), origin.designation())
                        .anyMatch(text -> contains(text, term));
            case GRAPE -> facts.composition().grapes().stream().map(Grape::name).anyMatch(name -> named(term, name));
            case FEATURE -> facts.composition().features().stream().anyMatch(text -> contains(text, term));
            case KIND, STYLE, DESIGNATION -> bottle.has(term);
            case DISH, OCCASION -> true;
        };
    }

    private static boolean named(Term term, @Nullable String text) {
        return text != null
                && Stream.of(term.french(), term.english()).map(Words::key).anyMatch(Words.key(text)::equals);
    }

    private static boolean contains(@Nullable String text, Term term) {
        return text != null
                && Stream.of(term.french(), term.english())
                        .map(name -> " " + Words.key(name) + " ")
                        .anyMatch((" " + Words.key(text) + " ")::contains);
    }
}
