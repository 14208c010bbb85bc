package com.saqsommelier.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a final s or x off words of four letters or more: {@code châteaux} and {@code château}, {@code wines} and
 * {@code wine} become one. Words that end so in the singular ({@code bordeaux}) lose it too, in texts and in queries,
 * so they still meet.
 *
 * <p>Lucene's light stemmers for French go further ({@code chateaux} becomes {@code chateal}) and part names from their
 * misspellings.
 */
final class PluralFilter extends TokenFilter {

    private static final int SHORTEST = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PluralFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int length = term.length();
        if (length >= SHORTEST) {
            char last = term.charAt(length - 1);
            if (last == 's' || last == 'x') {
                term.setLength(length - 1);
            }
        }
        return true;
    }
}
