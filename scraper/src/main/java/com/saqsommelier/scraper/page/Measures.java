package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities with their units, as the attribute list prints them. What cannot be read keeps its text and no value. */
final class Measures {

    private static final String SPACE = "[\\s\\u00A0\\u202F]*";
    private static final Pattern SIZE = Pattern.compile(
            "(?:(\\d+)" + SPACE + "x" + SPACE + ")?(\\d+(?:[.,]\\d+)?)" + SPACE + "(ml|cl|l)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> MILLILITRES =
            Map.of("ml", BigDecimal.ONE, "cl", BigDecimal.TEN, "l", BigDecimal.valueOf(1000));
    private static final Pattern BETWEEN_GRAPES = Pattern.compile(",(?!\\d)");
    private static final Pattern GRAPE = Pattern.compile("(.+?)" + SPACE + "(\\d+(?:[.,]\\d+)?)" + SPACE + "%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Measures() {}

    /** Alcohol: {@code 13,5 %}, a share of at most 100. */
    static Measure percent(String text) {
        return new Measure(
                PrintedNumber.firstIn(text)
                        .filter(value -> value.compareTo(HUNDRED) <= 0)
                        .orElse(null),
                text);
    }

    /** Sugar: {@code 2,1 g/L}, {@code <1,2 g/L}. */
    static Measure gramsPerLitre(String text) {
        return new Measure(PrintedNumber.firstIn(text).orElse(null), text);
    }

    /** Size in millilitres: {@code 750 ml}, {@code 1,5 L}, {@code 4 x 355 ml}. */
    static Measure millilitres(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            return new Measure(null, text);
        }
        Optional<BigDecimal> size = PrintedNumber.of(matcher.group(2))
                .map(amount -> amount.multiply(MILLILITRES.get(matcher.group(3).toLowerCase(Locale.ROOT))));
        BigDecimal containers = matcher.group(1) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(1));
        return new Measure(
                size.map(containers::multiply).filter(ml -> ml.signum() > 0).orElse(null), text);
    }

    /** Grapes: {@code Cabernet sauvignon 92 %, Petite sirah 5 %, Syrah}; a missing or impossible share is unknown. */
    static List<Grape> grapes(String text) {
        List<Grape> grapes = new ArrayList<>();
        for (String part : BETWEEN_GRAPES.split(text, -1)) {
            String grape = part.strip();
            Matcher matcher = GRAPE.matcher(grape);
            if (matcher.matches()) {
                BigDecimal share = PrintedNumber.of(matcher.group(2))
                        .filter(percent -> percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0)
                        .orElse(null);
                grapes.add(new Grape(matcher.group(1), share));
            } else if (!grape.isEmpty()) {
                grapes.add(new Grape(grape, null));
            }
        }
        return List.copyOf(grapes);
    }
}
