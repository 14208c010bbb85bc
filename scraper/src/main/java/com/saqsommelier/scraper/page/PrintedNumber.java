package com.saqsommelier.scraper.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers as people print them: {@code 52.25}, {@code 52,25}, {@code 1,624.75}, {@code 1 624,75}, {@code 24.990,00}.
 *
 * <p>One mark before exactly three digits can be either a decimal mark or one between thousands; then there are two
 * readings, and the field decides by what it can have. Otherwise there is one, or none where the text is no number.
 */
final class PrintedNumber {

    /** White space, the no-break, narrow no-break, figure and thin ones included. */
    static final String SPACE = "[\\s\\u00A0\\u2007\\u2009\\u202F]";

    /** A number within a longer text. */
    static final String NUMBER = "(?:\\d{1,3}(?:" + SPACE + "\\d{3})++(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*+)";

    private static final Pattern SPACES = Pattern.compile(SPACE);
    private static final Pattern GROUPED_BY_SPACES = Pattern.compile("\\d{1,3}(?:" + SPACE + "\\d{3})+(?:[.,]\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern EUROPEAN = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    /** Longer than any number with its spaces, and short enough for the patterns above, which recurse. */
    private static final int LONGEST = 40;

    private PrintedNumber() {}

    /** The readings of a text that is a number, where a comma before three digits is a decimal mark in the first place. */
    static List<BigDecimal> decimalFirst(String text) {
        return readings(text, false);
    }

    /** The readings of a text that is a number, where a comma before three digits divides thousands in the first place. */
    static List<BigDecimal> thousandsFirst(String text) {
        return readings(text, true);
    }

    private static List<BigDecimal> readings(String text, boolean commaDividesThousands) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        if (GROUPED_BY_SPACES.matcher(text).matches()) {
            return List.of(decimal(SPACES.matcher(text).replaceAll("")));
        }
        if (AMBIGUOUS.matcher(text).matches()) {
            BigDecimal whole = new BigDecimal(text.replaceAll("[.,]", ""));
            return commaDividesThousands && text.indexOf(',') > 0
                    ? List.of(whole, decimal(text))
                    : List.of(decimal(text), whole);
        }
        if (DECIMAL.matcher(text).matches()) {
            return List.of(decimal(text));
        }
        if (ENGLISH.matcher(text).matches()) {
            return List.of(new BigDecimal(text.replace(",", "")));
        }
        if (EUROPEAN.matcher(text).matches()) {
            return List.of(decimal(text.replace(".", "")));
        }
        return List.of();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
