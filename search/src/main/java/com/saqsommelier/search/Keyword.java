package com.saqsommelier.search;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** The form in which whole values are compared and sorted: lower case, no accents. */
final class Keyword {

    private Keyword() {}

    static String of(String value) {
        char[] letters = value.strip().toLowerCase(Locale.ROOT).toCharArray();
        // One letter folds to four at most, as the filter's documentation says.
        char[] folded = new char[letters.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length);
    }
}
