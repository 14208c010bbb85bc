package com.saqsommelier.recommend.document;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The terms that hold for a product, as far as its record tells. What the record does not hold is not among them.
 *
 * @param terms kinds, colour, country, regions, grapes, styles and features
 * @param mainGrape the first, or the one with the greatest share
 * @param wine whether a request for wine may be answered with it
 */
public record ProductProfile(Product product, Set<Term> terms, Optional<Term> mainGrape, boolean wine) {

    /** Whether a term holds. */
    public boolean has(Term term) {
        return terms.contains(term);
    }

    /** The terms of a theme that hold. */
    public List<Term> of(Theme theme) {
        return terms.stream().filter(term -> term.theme() == theme).toList();
    }
}
