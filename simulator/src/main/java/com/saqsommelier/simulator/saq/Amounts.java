package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Draws prices and strengths, and prints amounts in both languages. */
final class Amounts {

    private static final Pattern DECIMAL_POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    private static final int[] CENTS = {0, 25, 25, 50, 50, 75, 75, 95, 95, 95};

    private Amounts() {}

    /** A log-normal price around a median, ending as prices in the shop do. */
    static BigDecimal price(double median, double spread, RandomGenerator random) {
        double drawn = median * Math.exp(random.nextGaussian() * spread);
        long dollars = (long) Math.clamp(drawn, 3, 30_000);
        return BigDecimal.valueOf(dollars * 100 + CENTS[random.nextInt(CENTS.length)], 2);
    }

    /** A strength in a range such as {@code 12.5-14.5}, in half degrees: {@code 13,5 %}. */
    static Bilingual alcohol(String range, RandomGenerator random) {
        int dash = range.indexOf('-');
        int from = (int) (Double.parseDouble(range.substring(0, dash)) * 2);
        int to = (int) (Double.parseDouble(range.substring(dash + 1)) * 2);
        BigDecimal strength = BigDecimal.valueOf((from + random.nextInt(to - from + 1)) * 5L, 1);
        return amount(plain(strength) + " %");
    }

    /** A sugar content in grams a litre: {@code 2,1 g/L}, or below what is measured {@code <1,2 g/L}. */
    static Bilingual sugar(String level, RandomGenerator random) {
        if (level.equals("dry") && random.nextInt(6) == 0) {
            return amount("<1.2 g/L");
        }
        double grams = switch (level) {
            case "dry" -> random.nextDouble(1.2, 4);
            case "brut" -> random.nextDouble(3, 12);
            case "off" -> random.nextDouble(6, 28);
            default -> random.nextDouble(60, 190);
        };
        int digits = grams < 20 ? 1 : 0;
        return amount(plain(BigDecimal.valueOf(grams).setScale(digits, RoundingMode.HALF_UP)) + " g/L");
    }

    /** A size such as {@code 750}, {@code 1500} or {@code 4x355}, in millilitres, as printed: {@code 1,5 L}. */
    static Bilingual size(String millilitres) {
        int times = millilitres.indexOf('x');
        if (times > 0) {
            return Bilingual.same(millilitres.substring(0, times) + " x " + millilitres.substring(times + 1) + " ml");
        }
        int size = Integer.parseInt(millilitres);
        return size < 1000 ? Bilingual.same(size + " ml") : amount(plain(BigDecimal.valueOf(size, 3)) + " L");
    }

    /** An English amount and the same with a decimal comma. */
    static Bilingual amount(String english) {
        return new Bilingual(DECIMAL_POINT.matcher(english).replaceAll(","), english);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
