package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two languages of the site, and how each writes numbers. */
enum Language {
    FR("fr", "fr-CA", '\u00a0'),
    EN("en", "en-CA", ',');

    private final String code;
    private final String locale;
    private final char grouping;

    Language(String code, String locale, char grouping) {
        this.code = code;
        this.locale = locale;
        this.grouping = grouping;
    }

    /** The first segment of a URL: {@code fr}. */
    String code() {
        return code;
    }

    /** The value of hreflang: {@code fr-CA}. */
    String locale() {
        return locale;
    }

    String of(Bilingual text) {
        return this == FR ? text.fr() : text.en();
    }

    String choose(String fr, String en) {
        return this == FR ? fr : en;
    }

    /** A price as shown: {@code 1 624,75 $} with U+00A0, as seen in the genuine page, or {@code $1,624.75}. */
    String price(BigDecimal price) {
        String digits = grouped(price, grouping);
        return this == FR ? digits.replace('.', ',') + "\u00a0$" : "$" + digits;
    }

    /** Two decimals, and {@code separator} before each group of three digits of the whole part. */
    static String grouped(BigDecimal price, char separator) {
        StringBuilder text =
                new StringBuilder(price.setScale(2, RoundingMode.HALF_UP).toPlainString());
        for (int at = text.length() - 6; at > 0; at -= 3) {
            text.insert(at, separator);
        }
        return text.toString();
    }
}
