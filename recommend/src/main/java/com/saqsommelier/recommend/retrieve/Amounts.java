package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes quantities as a person reads them. */
final class Amounts {

    private Amounts() {}

    /** The demand of a wish on a quantity, in words: "375 ml", "12 ans". */
    static String said(Understanding wish, Quantity quantity) {
        Bounds bounds = wish.limits().get(quantity);
        if (bounds == null) {
            return "";
        }
        double number = bounds.min().orElse(bounds.max().orElse(0));
        return of(wish.language(), quantity, number);
    }

    /** A quantity with its unit. */
    static String of(Language language, Quantity quantity, double number) {
        String digits = digits(language, number);
        return switch (quantity) {
            case ALCOHOL, SHARE -> digits + (language == Language.FRENCH ? "\u00a0%" : "%");
            case SUGAR -> digits + "\u00a0g/L";
            case SIZE -> number >= 1000 ? digits(language, number / 1000) + "\u00a0L" : digits + "\u00a0ml";
            case VINTAGE -> Integer.toString((int) number);
            case AGE -> digits + (language == Language.FRENCH ? "\u00a0ans" : " years");
            case RATING -> digits + (language == Language.FRENCH ? " sur 5" : " out of 5");
        };
    }

    private static String digits(Language language, double number) {
        String digits = BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return language == Language.FRENCH ? digits.replace('.', ',') : digits;
    }
}
