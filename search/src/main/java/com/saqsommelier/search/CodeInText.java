package com.saqsommelier.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The product codes (SKU, UPC, GTIN) that a query may hold: {@code 11946711}, {@code Code SAQ : 11 946 711}, {@code le
 * bouton 12 500 819}.
 *
 * @param alone whether the text is a code and nothing else, so that it need not be in the catalogue to be taken for one
 * @param candidates digits, 2 to 14 of them, the most likely code first; where other words stand beside them, 5 to 14
 * @param words what is left to search for as words
 */
record CodeInText(boolean alone, List<String> candidates, String words) {

    private static final int MOST_CANDIDATES = 5;

    /** Words that people and pages write before a code. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])(?:codes?|saq|sku|cup|upc|ean|gtin|no|n[o°º]|num[eé]ros?|numbers?|produits?|products?"
                    + "|articles?|items?)(?![\\p{L}\\p{N}])|[#:.]");

    /** One code, with blanks or signs between its digits or not. */
    private static final Pattern ONE = Pattern.compile("\\d(?:[ .\\u2010-\\u2015-]?\\d){1,13}");

    /** A code among words: five digits or more, so that it is neither a year nor a price. */
    private static final Pattern RUN = Pattern.compile("(?<![\\p{L}\\p{N}.,])\\d{5,14}(?![\\p{L}\\p{N}]|[.,]\\d)");

    /** A code among words, its digits in groups of three as French writes numbers. */
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\p{L}\\p{N}.,])\\d{2,3}(?:[ .]\\d{3}){1,3}(?![\\p{L}\\p{N}]|[ .,]\\d)");

    /**
     * Reads a query.
     *
     * @param text as {@link PlainText} gives it
     */
    static CodeInText of(String text) {
        String bare = PlainText.of(ANNOUNCED.matcher(text).replaceAll(" "));
        if (ONE.matcher(bare).matches()) {
            String words = bare.length() == text.length() ? text : bare;
            return new CodeInText(true, List.of(digits(bare)), words);
        }
        List<String> candidates = Stream.of(GROUPED, RUN)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .map(CodeInText::digits)
                .distinct()
                .limit(MOST_CANDIDATES)
                .toList();
        return new CodeInText(false, candidates, text);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
