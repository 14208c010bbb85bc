package com.saqsommelier.scraper.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A price as structured data states it: a number, or a text as {@code 24 990,00 $}, {@code $24,990.00}, {@code 52.25 CAD}.
 * No price has thousandths, so that a comma before three digits divides thousands, as programs write them; only behind
 * a French amount, with its sign at the end, it is a decimal mark.
 */
final class Price {

    private static final String SIGN =
            "(?:(?:CAD|CA|C)?" + PrintedNumber.SPACE + "*\\$" + PrintedNumber.SPACE + "*(?:CAD|CA|C)?|CAD|dollars?)";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:" + SIGN + ")?" + PrintedNumber.SPACE + "*(" + PrintedNumber.NUMBER + ")" + PrintedNumber.SPACE + "*("
                    + SIGN + ")?",
            Pattern.CASE_INSENSITIVE);

    /** Longer than any amount with its signs. */
    private static final int LONGEST = 60;

    private Price() {}

    /** The price in dollars and cents; empty where the node states none that can be. */
    static Optional<BigDecimal> of(JsonNode stated) {
        return (stated.isNumber()
                        ? Optional.of(stated.decimalValue()).filter(NumberField.PRICE::admits)
                        : printed(JsonLd.text(stated)))
                .map(value -> value.setScale(2, RoundingMode.HALF_UP))
                .filter(NumberField.PRICE::admits);
    }

    private static Optional<BigDecimal> printed(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (text.length() > LONGEST || !amount.matches()) {
            return Optional.empty();
        }
        List<BigDecimal> readings = amount.group(2) == null
                ? PrintedNumber.thousandsFirst(amount.group(1))
                : PrintedNumber.decimalFirst(amount.group(1));
        return NumberField.PRICE.firstOf(readings);
    }
}
