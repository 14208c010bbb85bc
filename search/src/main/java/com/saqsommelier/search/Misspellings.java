package com.saqsommelier.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words of the catalogue that a word may be a misspelling of: one typo (a letter too many, too few, wrong, or two
 * swapped) from five letters on, two from nine. Another digit is another number, not a typo.
 *
 * <p>They are looked up once for all fields, since preparing the comparison costs more than making it.
 */
final class Misspellings {

    private static final int ONE_TYPO_FROM = 5;
    private static final int TWO_TYPOS_FROM = 9;
    /** Longer words are not words, and take long to vary. */
    private static final int UP_TO = 30;
    /** A word that is near to more than these says nothing. */
    private static final int MOST = 100;

    private Misspellings() {}

    /** The number of typos by word; the word itself is left out. */
    static Map<String, Integer> of(String form, IndexReader reader) throws IOException {
        Map<String, Integer> near = new TreeMap<>();
        Terms terms = MultiTerms.getTerms(reader, ProductDocument.ANY);
        int letters = form.codePointCount(0, form.length());
        if (terms == null
                || letters < ONE_TYPO_FROM
                || letters > UP_TO
                || form.chars().anyMatch(Character::isDigit)) {
            return near;
        }
        int most = letters < TWO_TYPOS_FROM ? 1 : 2;
        FuzzyTermsEnum found = new FuzzyTermsEnum(terms, new Term(ProductDocument.ANY, form), most, 0, true);
        BoostAttribute similarity = found.attributes().addAttribute(BoostAttribute.class);
        for (BytesRef term = found.next(); term != null && near.size() < MOST; term = found.next()) {
            String other = term.utf8ToString();
            int shorter = Math.min(letters, other.codePointCount(0, other.length()));
            int typos = Math.round((1 - similarity.getBoost()) * shorter);
            if (typos > 0) {
                near.put(other, typos);
            }
        }
        return near;
    }
}
