package com.saqsommelier.backend;

import java.util.regex.Pattern;

/** What a SKU looks like; anything else need not be looked for, and could not be: PostgreSQL takes no NUL. */
final class SkuFormat {

    private static final Pattern DIGITS = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private SkuFormat() {}

    static boolean fits(String sku) {
        return DIGITS.matcher(sku).matches();
    }
}
