package com.saqsommelier.scraper.store;

import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A number of bottles as saq.com's scripts are given it: a number, or a text of digits. */
public final class Quantity {

    private static final int MOST = 10_000_000;

    private Quantity() {}

    /** The bottles; empty for anything that is not a whole number from 0. */
    public static OptionalInt of(JsonNode value) {
        String text = value.isNumber() || value.isString() ? value.asString().strip() : "";
        if (!text.matches("[0-9]{1,8}")) {
            return OptionalInt.empty();
        }
        int bottles = Integer.parseInt(text);
        return bottles > MOST ? OptionalInt.empty() : OptionalInt.of(bottles);
    }
}
