package com.saqsommelier.search;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** The form in which whole values are compared and sorted: lower case, no accents. */
final class Keyword {

    /** No name is so long; Lucene refuses terms of more than 32,766 bytes, and one bad page must not stop the index. */
    private static final int LONGEST = 1000;

    private Keyword() {}

    /** Cuts what is too long for a term. */
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static String of(String value) {
        char[] letters = cut(value.strip()).toLowerCase(Locale.ROOT).toCharArray();
        // One letter folds to four at most, as the filter's documentation says.
        char[] folded = new char[letters.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length);
    }
}
