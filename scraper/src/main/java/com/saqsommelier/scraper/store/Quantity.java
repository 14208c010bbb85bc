package com.saqsommelier.scraper.store;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A number of bottles as saq.com's scripts are given it: a number or a text, also with the decimals of Magento's stock,
 * {@code 12.0000}, or those of a French number, {@code 12,0}.
 */
public final class Quantity {

    private static final int MOST = 10_000_000;
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,8})(?:[.,]0*)?");

    private Quantity() {}

    /** The bottles; empty for anything that is not a whole number from 0. */
    public static OptionalInt of(JsonNode value) {
        Matcher whole = WHOLE.matcher(text(value));
        if (!whole.matches()) {
            return OptionalInt.empty();
        }
        int bottles = Integer.parseInt(whole.group(1));
        return bottles > MOST ? OptionalInt.empty() : OptionalInt.of(bottles);
    }

    /** The digits of a number, for a large or small one can be written with an exponent. */
    private static String text(JsonNode value) {
        if (value.isNumber() && Double.isFinite(value.asDouble())) {
            BigDecimal number = value.decimalValue();
            return Math.abs((long) number.precision() - number.scale()) > 20 ? "" : number.toPlainString();
        }
        return value.isString() ? value.asString().strip() : "";
    }
}
