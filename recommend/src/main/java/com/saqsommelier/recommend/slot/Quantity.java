package com.saqsommelier.recommend.slot;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Rating;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of what can be demanded in numbers, besides the price. Each says how its unit and its words are written in plain
 * letters (lower case, no accents) in French and English, how a product is measured, and whether the demand may be given up
 * when nothing meets it. A new one is one more constant here and its name in the texts ({@code quantity.…}).
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // What its fields hold is never changed: patterns, and functions without state.
public enum Quantity {
    /** Percent of the main grape; {@code 100 % merlot}. A share is read before a strength is: no wine has 26 %. */
    SHARE("$^", number -> 0, true, product -> share(product)),
    /** Percent by volume. */
    ALCOHOL(
            "(?:%|pour ?cent|per ?cent|degres?|°)(?: (?:d'|d |de |d’)?alcool| (?:of )?alcohol| alc\\b\\.?| abv| vol\\b\\.?)?",
            number -> 0.5,
            false,
            product -> value(product.facts().composition().alcohol()),
            Said.of(
                    "sans alcool|zero alcool|desalcoolisee?s?|non[- ]alcoolisee?s?|alcohol[- ]free|non[- ]alcoholic|no alcohol|zero alcohol"
                            + "|alcohol[- ]removed|de[- ]?alcoholi[sz]ed|0[.,]0 ?%?(?! ?\\d)|without (?:any )?alcohol|nolo|zero proof|mocktails?",
                    Bounds.upTo(0.5)),
            Said.of(
                    "(?:a )?faible(?:s)? (?:teneur )?en alcool|(?:a )?faible (?:taux|teneur|degre) d'alcool|peu alcoolisee?s?|peu d'alcool"
                            + "|legere?s? en alcool|moins alcoolisee?s?|pas trop alcoolisee?s?|low[- ](?:in )?alcohol|lower[- ]alcohol|light in alcohol|not too alcoholic",
                    Bounds.upTo(11.5)),
            Said.of("pas trop forte?s?(?! en (?:bouche|gout))|not too strong|not too boozy", Bounds.upTo(12.5)),
            Said.of("forte?s? en alcool|tres alcoolisee?s?|high[- ](?:in )?alcohol|boozy", Bounds.from(14.5))),
    /** Grams per litre. */
    SUGAR(
            "(?:g|gr|grammes?|grams?)(?: (?:de |of )?(?:sucres?|sugar)(?: residuels?)?)?(?: ?/ ?| par | per | au | a )(?:l\\b|litres?|liters?)(?: (?:de |of )?(?:sucres?|sugar)(?: residuels?)?)?"
                    + "|(?:g|gr|grammes?|grams?) (?:de |of )?(?:sucres?|sugar)|(?:g|gr|grammes?|grams?)\\b",
            number -> Math.max(1, number * 0.2),
            false,
            product -> value(product.facts().composition().sugar()),
            Said.of(
                    "zero sucres?|sans sucres?|0 sucres?|zero sugar|no sugar|sugar[- ]free|without sugar",
                    Bounds.upTo(2)),
            Said.of("faibles? en sucres?|low[- ](?:in )?sugar|peu de sucres?", Bounds.upTo(4))),
    /** Millilitres, all containers together. */
    SIZE(
            "(?:ml|millilitres?|milliliters?|cl|centilitres?|l\\b|litres?|liters?)",
            number -> 0,
            true,
            product -> value(product.facts().composition().size()),
            Said.of("double[- ]magnums?|jeroboams?", Bounds.between(3000, 3000)),
            Said.of("magnums?", Bounds.between(1500, 1500)),
            Said.of(
                    "demi[- ]bouteilles?|demies?(?: bouteilles?)?(?![- ]sec)|half[- ]bottles?|half[- ]sized? bottles?|fillettes?",
                    Bounds.between(375, 375)),
            Said.of(
                    "viniers?|bag[- ]in[- ](?:a[- ])?box|bib\\b|cubi(?:teneur)?s?|box(?:ed)?(?: of)?(?= (?:red|white|rose|wine))|wine box(?:es)?"
                            + "|vins? en boite|boites? de vin|carton de vin",
                    Bounds.from(2000)),
            Said.of(
                    "(?:en )?can(?:n)?ettes?|canned|in (?:a )?cans?|cans? of(?= (?:wine|red|white|rose))|wine cans?",
                    Bounds.between(180, 360)),
            Said.of(
                    "grands? formats?|gros formats?|large formats?|big bottles?|grosses? bouteilles?|large bottles?",
                    Bounds.from(1000)),
            Said.of(
                    "petite?s? formats?|petites? bouteilles?|small bottles?|small formats?|little bottles?|format individuel|single[- ]serve",
                    Bounds.upTo(500)),
            Said.of("mignonnettes?|miniatures?|minis?", Bounds.upTo(60)),
            Said.of(
                    "un litre|one[- ]lit(?:re|er)|a lit(?:re|er) of|lit(?:re|er) bottles?",
                    Bounds.between(1000, 1000))),
    /** The year of harvest. */
    VINTAGE("$^", number -> 0, true, Quantity::vintage),
    /** Years in the cask, as labels of spirits and port tell them. */
    AGE(
            "(?:ans?|annees?|years?|yrs?|yo)\\b(?:[- ](?:d'age|old|de fut|en fut|of age|d age))?",
            number -> 0,
            true,
            Quantity::age),
    /** Stars of five. */
    RATING(
            "(?:etoiles?|stars?|(?:/|sur|out of) ?(?:5|10|100)|points?|pts?)(?: (?:sur|out of|/) ?(?:5|10|100))?",
            number -> 0,
            true,
            product -> rating(product.facts().rating()),
            Said.of(
                    "(?:bien|mieux|tres bien|hautement) (?:notee?s?|cotee?s?)|bonnes? notes?|meilleures? notes?|(?:well|highly|top|best)[- ]rated|good ratings?|great ratings?|good reviews|great reviews|bonnes? critiques|acclaimed|excellents? avis",
                    Bounds.from(4)));

    private static final Pattern AGE_IN_NAME =
            Pattern.compile("\\b(\\d{1,2})(?:[- ]?(?:ans|years?|yrs?|yo)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_AGE = Pattern.compile("(?<![\\d.,#])\\b(\\d{2})\\b(?![.,\\d%])");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private final Pattern unit;
    private final DoubleUnaryOperator around;
    private final boolean loosenable;
    private final Function<Product, OptionalDouble> measure;
    private final List<Said> said;

    Quantity(
            String unit,
            DoubleUnaryOperator around,
            boolean loosenable,
            Function<Product, OptionalDouble> measure,
            Said... said) {
        this.unit = Pattern.compile(unit);
        this.around = around;
        this.loosenable = loosenable;
        this.measure = measure;
        this.said = List.of(said);
    }

    /** A phrase that stands for bounds. */
    record Said(Pattern words, Bounds bounds) {
        static Said of(String regex, Bounds bounds) {
            return new Said(Pattern.compile("(?<![\\p{L}\\d])(?:" + regex + ")(?![\\p{L}])"), bounds);
        }
    }

    /** How its unit is written in plain letters. */
    String unit() {
        return unit.pattern();
    }

    /** Phrases that stand for bounds, the longest first. */
    List<Said> said() {
        return said;
    }

    /** The range that a number alone, or "about" a number, allows. */
    Bounds around(double number) {
        double off = around.applyAsDouble(number);
        return Bounds.between(number - off, number + off);
    }

    /** Whether it may be given up when nothing meets it; what people watch for their health may not. */
    public boolean loosenable() {
        return loosenable;
    }

    /** The quantity of a product; empty where its record does not tell. */
    public OptionalDouble of(Product product) {
        return measure.apply(product);
    }

    /** Whether a product is known to lie within. */
    public boolean holds(Product product, Bounds bounds) {
        OptionalDouble value = of(product);
        return value.isPresent() && bounds.contain(value.getAsDouble());
    }

    private static OptionalDouble value(@Nullable Measure measure) {
        BigDecimal value = measure == null ? null : measure.value();
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    private static OptionalDouble rating(Rating rating) {
        BigDecimal value = rating.value();
        Integer reviews = rating.reviews();
        return value == null || (reviews != null && reviews == 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.doubleValue());
    }

    private static OptionalDouble vintage(Product product) {
        Integer vintage = product.facts().label().vintage();
        if (vintage != null) {
            return OptionalDouble.of(vintage);
        }
        Matcher year = YEAR_IN_NAME.matcher(String.valueOf(product.name()));
        int found = year.find() ? Integer.parseInt(year.group(1)) : 0;
        return found >= 1950 && found <= Year.now(java.time.ZoneOffset.UTC).getValue() + 1
                ? OptionalDouble.of(found)
                : OptionalDouble.empty();
    }

    /** The age on a label; a number without "years" is one on a spirit or a port alone. */
    private static OptionalDouble age(Product product) {
        String text = Stream.of(
                        product.name(),
                        product.facts().label().nameEn(),
                        product.facts().origin().classification())
                .filter(part -> part != null)
                .reduce("", (one, other) -> one + " | " + other);
        Matcher said = AGE_IN_NAME.matcher(text);
        if (said.find()) {
            return OptionalDouble.of(Integer.parseInt(said.group(1)));
        }
        OptionalDouble alcohol = value(product.facts().composition().alcohol());
        Matcher bare = BARE_AGE.matcher(text);
        return alcohol.isPresent() && alcohol.getAsDouble() >= 18 && bare.find()
                ? OptionalDouble.of(Integer.parseInt(bare.group(1)))
                : OptionalDouble.empty();
    }

    /** The share of the main grape in percent; 100 where it is the only one and the record gives no share. */
    private static OptionalDouble share(Product product) {
        List<Grape> grapes = product.facts().composition().grapes();
        return grapes.stream()
                .mapToDouble(one -> {
                    BigDecimal percent = one.percent();
                    return percent != null ? percent.doubleValue() : grapes.size() == 1 ? 100 : 0;
                })
                .max();
    }
}
