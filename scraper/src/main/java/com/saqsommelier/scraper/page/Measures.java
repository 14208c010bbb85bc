package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Quantities with their units, as pages print them in either language. A text that cannot be read keeps its text and has
 * no value; so does a range, which is no single value. Used for one page.
 */
final class Measures {

    private static final String SPACE = PrintedNumber.SPACE + "*";
    private static final String NUMBER = "(" + PrintedNumber.NUMBER + ")";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** A bound or an estimate, of which the number itself is the value. */
    private static final String ABOUT =
            "(?:[<>≤≥~≈±+=]{1,2}|moins de|plus de|environ|env\\.|max(?:imum|\\.)?|min(?:imum|\\.)?"
                    + "|jusqu['’]à|less than|more than|under|over|about|approx(?:imately|\\.)?|up to|ca\\.)?";

    /** A remark after the unit, which must not go on to a second number of the same kind: that would be a range. */
    private static final String REMARK = "(?!" + SPACE + "(?:[-–—/+x×]|à|to|et|and|ou|or)" + SPACE + "\\d)(?:\\W.*)?";

    private static final Pattern PERCENT = Pattern.compile(
            SPACE + ABOUT + SPACE + NUMBER + SPACE + "(?:(?:%|°|º|degrés?|degrees?|pour cent|per ?cent)" + REMARK
                    + ")?",
            FLAGS | Pattern.DOTALL);
    private static final Pattern GRAMS_PER_LITRE = Pattern.compile(
            SPACE + ABOUT + SPACE + NUMBER + SPACE + "(?:(?:g|gr|grammes?|grams?)" + SPACE + "(?:/|par|per)" + SPACE
                    + "(?:l|litres?|liters?)" + REMARK + ")?",
            FLAGS | Pattern.DOTALL);

    /** {@code 4 x 355 ml}, {@code 6 bouteilles de 750 ml}. */
    private static final String CONTAINERS = "(?:(\\d{1,4})" + SPACE
            + "(?:x|×|\\*|(?:bouteilles?|canettes?|cannettes?|cans?|bottles?|flacons?|unités?)" + SPACE
            + "(?:de|of|x|×)?)" + SPACE + ")?";

    private static final Pattern SIZE = Pattern.compile(
            SPACE + CONTAINERS + NUMBER + SPACE
                    + "(ml|millilitres?|milliliters?|cl|centilitres?|dl|décilitres?|l|litres?|liters?)\\.?(?:" + SPACE
                    + "(?:x|×)" + SPACE + "(\\d{1,4}))?" + SPACE,
            FLAGS);
    private static final Map<String, BigDecimal> MILLILITRES = Map.of(
            "m", BigDecimal.ONE, "c", BigDecimal.TEN, "d", BigDecimal.valueOf(100), "l", BigDecimal.valueOf(1000));
    private static final Pattern BETWEEN_GRAPES = Pattern.compile("[,;](?!\\d)");
    private static final Pattern GRAPE = Pattern.compile("(.+?)" + SPACE + "\\(?" + NUMBER + SPACE + "%\\)?");

    /** Longer than any quantity, and short enough for patterns. */
    private static final int LONGEST = 120;

    private final List<UnreadValue> unread;

    /** @param unread takes what cannot be read */
    Measures(List<UnreadValue> unread) {
        this.unread = unread;
    }

    /** Alcohol: {@code 13,5 %}, a share of at most 100. */
    Measure percent(String text) {
        return measure(NumberField.ALCOHOL, PERCENT, text);
    }

    /** Sugar: {@code 2,1 g/L}, {@code <1,2 g/L}, {@code moins de 1,2 g/L}. */
    Measure gramsPerLitre(String text) {
        return measure(NumberField.SUGAR, GRAMS_PER_LITRE, text);
    }

    private Measure measure(NumberField field, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Optional<BigDecimal> value = text.length() <= LONGEST && matcher.matches()
                ? field.firstOf(PrintedNumber.decimalFirst(matcher.group(1)))
                : Optional.empty();
        return measure(field, value, text);
    }

    private Measure measure(NumberField field, Optional<BigDecimal> value, String text) {
        if (value.isEmpty()) {
            unread.add(UnreadValue.of(field, text));
        }
        return new Measure(value.orElse(null), text);
    }

    /** Size in millilitres: {@code 750 ml}, {@code 1,125 L}, {@code 1 125 ml}, {@code 4 x 355 ml}. */
    Measure millilitres(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return measure(NumberField.SIZE, Optional.empty(), text);
        }
        BigDecimal unit = Objects.requireNonNull(
                MILLILITRES.get(matcher.group(3).substring(0, 1).toLowerCase(Locale.ROOT)));
        BigDecimal containers = containers(matcher.group(1)).multiply(containers(matcher.group(4)));
        Optional<BigDecimal> size = NumberField.SIZE.firstOf(PrintedNumber.decimalFirst(matcher.group(2)).stream()
                .map(unit::multiply)
                .filter(NumberField.SIZE::admits)
                .map(containers::multiply)
                .map(BigDecimal::stripTrailingZeros)
                .toList());
        return measure(NumberField.SIZE, size.map(Measures::plain), text);
    }

    private static BigDecimal containers(@Nullable String printed) {
        return printed == null ? BigDecimal.ONE : new BigDecimal(printed);
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Grapes: {@code Cabernet sauvignon 92 %, Petite sirah 5 %, Syrah}; a missing or impossible share is unknown. */
    List<Grape> grapes(String text) {
        List<Grape> grapes = new ArrayList<>();
        for (String part : BETWEEN_GRAPES.split(text, -1)) {
            String grape = part.strip();
            Matcher matcher = GRAPE.matcher(grape);
            if (matcher.matches()) {
                Optional<BigDecimal> share =
                        NumberField.GRAPE_SHARE.firstOf(PrintedNumber.decimalFirst(matcher.group(2)));
                if (share.isEmpty()) {
                    unread.add(UnreadValue.of(NumberField.GRAPE_SHARE, grape));
                }
                grapes.add(new Grape(matcher.group(1), share.orElse(null)));
            } else if (!grape.isEmpty()) {
                grapes.add(new Grape(grape, null));
            }
        }
        return List.copyOf(grapes);
    }
}
