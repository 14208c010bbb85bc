package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rating of a product, as its structured data says. */
final class PrintedRating {

    private static final String SPACE = PrintedNumber.SPACE + "*";

    /** {@code 4,9}, {@code 4.9/5}, {@code 98 sur 100}, {@code 92 %}. */
    private static final Pattern VALUE = Pattern.compile(
            "(" + PrintedNumber.NUMBER + ")" + SPACE + "(?:(?:/|sur|out of)" + SPACE + "(\\d{1,3})|(%))?");

    private static final Pattern REVIEWS = Pattern.compile("(" + PrintedNumber.NUMBER + ")" + SPACE + "(?:\\p{L}.*)?");
    private static final BigDecimal STARS = BigDecimal.valueOf(5);
    private static final int LONGEST = 40;

    private PrintedRating() {}

    /** The rating as stars of five, whatever its own scale is; zero stands for none. */
    static Rating of(JsonLd data, List<UnreadValue> unread) {
        Optional<String> printed = data.text("aggregateRating", "ratingValue");
        Optional<BigDecimal> value = printed.flatMap(
                text -> stars(text, data.text("aggregateRating", "bestRating").orElse("5")));
        if (printed.isPresent() && value.isEmpty()) {
            unread.add(UnreadValue.of(NumberField.RATING, printed.get()));
        }
        return new Rating(value.filter(stars -> stars.signum() > 0).orElse(null), reviews(data, unread));
    }

    private static Optional<BigDecimal> stars(String text, String best) {
        Matcher value = VALUE.matcher(text);
        if (text.length() > LONGEST || !value.matches()) {
            return Optional.empty();
        }
        String scale = value.group(2) != null ? value.group(2) : value.group(3) != null ? "100" : best;
        Optional<BigDecimal> most = PrintedNumber.decimalFirst(scale).stream()
                .filter(number -> number.signum() > 0)
                .findFirst();
        return PrintedNumber.decimalFirst(value.group(1)).stream()
                .findFirst()
                .flatMap(number -> most.map(whole -> ofFive(number, whole)))
                .filter(NumberField.RATING::admits);
    }

    private static BigDecimal ofFive(BigDecimal number, BigDecimal whole) {
        return whole.compareTo(STARS) == 0
                ? number
                : number.multiply(STARS).divide(whole, 2, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static @Nullable Integer reviews(JsonLd data, List<UnreadValue> unread) {
        Optional<String> printed = data.text("aggregateRating", "reviewCount");
        Optional<Integer> count = printed.filter(text -> text.length() <= LONGEST)
                .map(REVIEWS::matcher)
                .filter(Matcher::matches)
                .flatMap(number -> NumberField.REVIEWS.firstOf(PrintedNumber.thousandsFirst(number.group(1))))
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue);
        if (printed.isPresent() && count.isEmpty()) {
            unread.add(UnreadValue.of(NumberField.REVIEWS, printed.get()));
        }
        return count.orElse(null);
    }
}
