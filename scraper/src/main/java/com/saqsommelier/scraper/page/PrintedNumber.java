package com.saqsommelier.scraper.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as saq.com prints them: {@code 52.25}, {@code 52,25 $}, {@code 1,624.75}, {@code 1 624,75 $}, {@code 4,9}.
 *
 * <p>A comma is a decimal comma, unless it stands before groups of three digits or a decimal point follows it.
 */
final class PrintedNumber {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,]$");
    private static final Pattern FIRST = Pattern.compile("\\d[\\d\\s\\u00A0\\u202F.,]*");

    /** Longer than any number with its spaces, and short enough for the patterns above, which recurse. */
    private static final int LONGEST = 40;

    private PrintedNumber() {}

    /** The number that is the whole text but for a dollar sign; empty when the text is anything else. */
    static Optional<BigDecimal> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String compact = SPACES.matcher(text).replaceAll("").replace("$", "");
        if (PLAIN.matcher(compact).matches()) {
            return Optional.of(new BigDecimal(compact));
        }
        if (THOUSANDS.matcher(compact).matches()) {
            return Optional.of(new BigDecimal(compact.replace(",", "")));
        }
        if (DECIMAL_COMMA.matcher(compact).matches()) {
            return Optional.of(new BigDecimal(compact.replace(',', '.')));
        }
        return Optional.empty();
    }

    /** The first number in a text with a unit: 13.5 in {@code 13,5 %}, 1.2 in {@code <1,2 g/L}. */
    static Optional<BigDecimal> firstIn(String text) {
        Matcher matcher = FIRST.matcher(text);
        return matcher.find() ? of(END_OF_SENTENCE.matcher(matcher.group()).replaceAll("")) : Optional.empty();
    }
}
