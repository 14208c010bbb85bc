package com.saqsommelier.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a final s or x off words of four letters or more: {@code châteaux} and {@code château}, {@code wines} and
 * {@code wine} become one. Then a final ie becomes y: {@code whiskies} and {@code whisky}, but also {@code Normandie} and
 * {@code Normandy}. Words that end so in the singular ({@code bordeaux}) change too, in texts and in queries, so they
 * still meet.
 *
 * <p>Lucene's light stemmers for French go further ({@code chateaux} becomes {@code chateal}) and part names from their
 * misspellings.
 */
final class PluralFilter extends TokenFilter {

    private static final int SHORTEST = 4;

    /** French "sans" (without) is no plural of the "San" of so many saints. */
    private static final String NO_PLURAL = "sans";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PluralFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (NO_PLURAL.contentEquals(term)) {
            return true;
        }
        if (ends('s') || ends('x')) {
            term.setLength(term.length() - 1);
        }
        if (ends('e') && term.charAt(term.length() - 2) == 'i') {
            term.setLength(term.length() - 1);
            term.buffer()[term.length() - 1] = 'y';
        }
        return true;
    }

    private boolean ends(char letter) {
        return term.length() >= SHORTEST && term.charAt(term.length() - 1) == letter;
    }
}
