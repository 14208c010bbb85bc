package com.saqsommelier.app.eval;

import com.saqsommelier.recommend.eval.wish.BottleRecord;
import com.saqsommelier.simulator.saq.Attribute;
import com.saqsommelier.simulator.saq.Bilingual;
import com.saqsommelier.simulator.saq.SaqProduct;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A product of a stand-in catalogue as its page states it, for checks that do not trust the program's own reading. */
final class SimulatedRecord {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern SIZE = Pattern.compile("(?:(\\d+) x )?(\\d+(?:\\.\\d+)?) (ml|L)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19[5-9]\\d|20[0-4]\\d)(?!\\d)");
    private static final double BEST_RATING = 5;

    private SimulatedRecord() {}

    static BottleRecord of(SaqProduct product) {
        return new BottleRecord(
                product.sku(),
                both(product.name()),
                product.categories().stream()
                        .flatMap(step -> both(step.name()).stream())
                        .toList(),
                texts(product, Attribute.COLOUR),
                texts(product, Attribute.COUNTRY),
                Stream.of(Attribute.REGION, Attribute.APPELLATION)
                        .flatMap(attribute -> texts(product, attribute).stream())
                        .toList(),
                texts(product, Attribute.CLASSIFICATION),
                Arrays.asList(english(product, Attribute.GRAPES).orElse("").split(",\\s+", -1)),
                texts(product, Attribute.FEATURE),
                millilitres(english(product, Attribute.SIZE)),
                number(english(product, Attribute.SUGAR)),
                number(english(product, Attribute.ALCOHOL)),
                product.price()
                        .map(price -> OptionalDouble.of(price.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                product.reviews()
                        .map(reviews -> OptionalDouble.of(100 * reviews.rating().doubleValue() / BEST_RATING))
                        .orElse(OptionalDouble.empty()),
                year(product.name().en()));
    }

    private static Optional<String> english(SaqProduct product, Attribute attribute) {
        return product.attribute(attribute).map(Bilingual::en);
    }

    private static List<String> texts(SaqProduct product, Attribute attribute) {
        return product.attribute(attribute).map(SimulatedRecord::both).orElse(List.of());
    }

    private static List<String> both(Bilingual text) {
        return Stream.of(text.fr(), text.en()).distinct().toList();
    }

    private static OptionalDouble millilitres(Optional<String> text) {
        return first(
                SIZE,
                text,
                size -> Double.parseDouble(size.group(2))
                        * (size.group(3).equals("L") ? 1000 : 1)
                        * (size.group(1) == null ? 1 : Integer.parseInt(size.group(1))));
    }

    private static OptionalDouble number(Optional<String> text) {
        return first(NUMBER, text, number -> Double.parseDouble(number.group()));
    }

    private static OptionalDouble first(Pattern pattern, Optional<String> text, Function<MatchResult, Double> value) {
        return pattern.matcher(text.orElse(""))
                .results()
                .mapToDouble(value::apply)
                .findFirst();
    }

    private static OptionalInt year(String name) {
        return YEAR.matcher(name)
                .results()
                .mapToInt(year -> Integer.parseInt(year.group()))
                .findFirst();
    }
}
