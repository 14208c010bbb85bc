package com.saqsommelier.recommend.slot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every quantity but the price in a question in plain letters whose numbers are in digits. One grammar serves them
 * all: between two numbers, up to, from, about, or a number alone, each with the unit of the quantity.
 */
public final class QuantityReader {

    static final String NUMBER = "(\\d{1,5}(?:[.,]\\d{1,2})?)";

    private static final String NEGATION = "(?:pas|rien|jamais|aucune?|not|nothing|never|no|none)(?: (?:de|d'))? ?";

    private static final String ABOVE =
            "plus (?:cher )?(?:de|que|d')|en haut (?:de|d')|au[- ]dessus (?:de|d')|superieure?s? a|over|above|more than|higher than|greater than";

    private static final String BELOW =
            "moins (?:cher )?(?:de|que|d')|sous(?: les| la)?|en[- ]dessous (?:de|d')|en bas (?:de|d')|au[- ]dessous (?:de|d')|inferieure?s? a|under|below|less than|lower than";

    private static final String NOT_REFUSED = "(?<!\\p{L})(?<!\\b(?:pas|rien|jamais|not|nothing|never) )";

    /** Words before an upper bound, in plain letters. */
    public static final String UP_TO = "(?:(?<!\\p{L})" + NEGATION + "(?:" + ABOVE + ")|" + NOT_REFUSED + "(?:" + BELOW
            + "|sous la barre (?:des|de)|jusqu'?a|jusqu a|sans depasser|(?:ne )?(?:pas )?depasse(?:r|nt)? pas|ne depassant pas|(?:ne )?pas depasser|without going over|(?:don't|do not|won't)(?: want to)? (?:go|spend) (?:over|above|more than)"
            + "|(?:au )?maximum(?: de| d')?|max\\.?(?: de| d')?|up to|at most|at a max(?:imum)? of|not exceeding|within|<=?|plafond (?:de|a)|limite (?:de|a)|avant|before|older than|plus vieux que|plus ages? que))";

    /** Words before a lower bound, in plain letters. */
    public static final String FROM = "(?:(?<!\\p{L})" + NEGATION + "(?:" + BELOW + ")|" + NOT_REFUSED + "(?:" + ABOVE
            + "|(?:d')?au moins|minimum(?: de| d')?|min\\.?(?: de| d')?|a partir (?:de|d')|at least|not less than|no less than|starting (?:at|from)|upwards of|depasse(?:nt)?|depassant|>=?|apres|after|depuis|since|plus jeunes? que|younger than))";

    /** Words before an approximate number, in plain letters. */
    public static final String AROUND =
            "(?<!\\p{L})(?:autour (?:de|des|d')|aux alentours (?:de|des)|alentours (?:de|des)|environ|a peu pres|dans les|vers(?: les)?|approximativement|around|about|approximately|approx\\.?|roughly|circa|~|pres (?:de|des)|tourn(?:e|ant) autour (?:de|des)|plus ou moins|more or less|mettons|disons)";

    private static final String YEAR = "((?:19[4-9]|20[0-4])\\d)";
    private static final String NOT_MONEY = "(?!\\s?(?:\\$|dollars?|piastres?|piasses?|bucks?|ml|l\\b|[.,]\\d))";

    private QuantityReader() {}

    /**
     * The result of reading a question.
     *
     * @param rest the question with commas in the place of what was read
     */
    public record Read(Map<Quantity, Bounds> limits, String rest) {}

    /** Reads them all. */
    public static Read read(String plain) {
        Map<Quantity, Bounds> limits = new EnumMap<>(Quantity.class);
        String text = plain;
        for (Quantity quantity : Quantity.values()) {
            if (quantity == Quantity.SHARE) {
                text = share(text, limits);
            } else if (quantity == Quantity.VINTAGE) {
                text = vintage(text, limits);
            } else {
                if (quantity == Quantity.RATING) {
                    text = rating(text, limits);
                }
                for (Form form : forms(quantity)) {
                    text = form.read(quantity, text, limits);
                }
            }
            for (Quantity.Said said : quantity.said()) {
                Matcher matcher = said.words().matcher(text);
                while (matcher.find()) {
                    String before = text.substring(0, matcher.start());
                    if (REFUSED.matcher(before).find()) {
                        // "No magnum": the usual bottle is what is left.
                        text = REFUSED.matcher(before).replaceFirst(" , ") + " , " + text.substring(matcher.end());
                    } else {
                        put(limits, quantity, said.bounds());
                        text = before + " , " + text.substring(matcher.end());
                    }
                    matcher = said.words().matcher(text);
                }
            }
        }
        return new Read(Map.copyOf(limits), text);
    }

    private static final Pattern REFUSED = Pattern.compile("(?:pas de |pas en |pas un |sans |no |not a |not in )$");

    private static void put(Map<Quantity, Bounds> limits, Quantity quantity, Bounds bounds) {
        limits.merge(quantity, bounds, Bounds::and);
    }

    private record Form(Pattern pattern, BiFunction<Quantity, double[], Bounds> meaning) {

        String read(Quantity quantity, String text, Map<Quantity, Bounds> limits) {
            Matcher matcher = pattern.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (matcher.find()) {
                String whole = matcher.group();
                double[] numbers = new double[matcher.groupCount()];
                for (int i = 0; i < numbers.length; i++) {
                    String group = matcher.group(i + 1);
                    numbers[i] = group == null ? 0 : in(quantity, group, whole);
                }
                put(limits, quantity, meaning.apply(quantity, numbers));
                matcher.appendReplacement(rest, " , ");
            }
            return matcher.appendTail(rest).toString();
        }
    }

    private static final Map<Quantity, List<Form>> FORMS = new EnumMap<>(Quantity.class);

    static {
        for (Quantity quantity : Quantity.values()) {
            String unit = "\\s?-?(?:" + quantity.unit() + ")";
            FORMS.put(
                    quantity,
                    List.of(
                            new Form(
                                    Pattern.compile("(?<!\\p{L})(?:entre|between|de|from|d')\\s*" + NUMBER + "(?:"
                                            + unit + ")?\\s*(?:et|and|a|to|-)\\s*" + NUMBER + unit),
                                    (it, numbers) -> Bounds.between(numbers[0], numbers[1])),
                            new Form(
                                    Pattern.compile("(?<![\\d.,])" + NUMBER + "(?:" + unit + ")?\\s?(?:-|–|a|to)\\s?"
                                            + NUMBER + unit),
                                    (it, numbers) -> Bounds.between(numbers[0], numbers[1])),
                            new Form(
                                    Pattern.compile(UP_TO + "\\s*" + NUMBER + unit),
                                    (it, numbers) -> Bounds.upTo(numbers[0])),
                            new Form(
                                    Pattern.compile(
                                            "(?<![\\d.,])" + NUMBER + unit
                                                    + "\\s*,?\\s*(?:(?:au |at )?max(?:imum)?\\b|ou moins|et moins|or less|or under|and under|tops|au plus|at most|or lower|or below)"),
                                    (it, numbers) -> Bounds.upTo(numbers[0])),
                            new Form(
                                    Pattern.compile(FROM + "\\s*" + NUMBER + unit),
                                    (it, numbers) -> Bounds.from(numbers[0])),
                            new Form(
                                    Pattern.compile("(?<![\\d.,])" + NUMBER
                                            + "(?:" + unit
                                            + "\\s*(?:(?:au |at )?min(?:imum)?\\b|ou plus|et plus|or more|or higher|and up|and above|\\+|au moins|at least)|\\+"
                                            + unit + ")"),
                                    (it, numbers) -> Bounds.from(numbers[0])),
                            new Form(
                                    Pattern.compile(AROUND + "\\s*" + NUMBER + unit),
                                    (it, numbers) -> it.around(numbers[0])),
                            new Form(
                                    Pattern.compile("(?<![\\d.,$])" + NUMBER + unit),
                                    (it, numbers) -> alone(it, numbers[0]))));
        }
    }

    private static List<Form> forms(Quantity quantity) {
        return java.util.Objects.requireNonNull(FORMS.get(quantity));
    }

    /** A number alone: so many stars at least, an age and a size exactly, a strength about. */
    private static Bounds alone(Quantity quantity, double number) {
        return quantity == Quantity.RATING ? Bounds.from(number) : quantity.around(number);
    }

    /** The number in the quantity's own unit. */
    private static double in(Quantity quantity, String digits, String whole) {
        double number = Double.parseDouble(digits.replace(',', '.'));
        return switch (quantity) {
            case SIZE ->
                whole.matches(".*\\b?(?:cl|centilit.*)\\s*.*") && !whole.contains("ml")
                        ? number * 10
                        : whole.contains("ml") || whole.contains("millilit") ? number : number * 1000;
            case RATING ->
                whole.matches(".*(?:etoiles?|stars?|(?:sur|out of|/) ?5(?!\\d)).*")
                        ? number
                        : whole.matches(".*(?:100|points?|pts?).*") && number > 10
                                ? number / 20
                                : whole.matches(".*(?:sur|out of|/) ?10(?!0).*") ? number / 2 : number;
            case ALCOHOL, SUGAR, VINTAGE, AGE, SHARE -> number;
        };
    }

    private static final Pattern SHARE = Pattern.compile("(?:" + FROM
            + "\\s*)?\\b(2[6-9]|[3-9]\\d|100)\\s?(?:%|pour ?cent|per ?cent)(?:\\s*(?:de |du |d'|of )?(?=\\p{L})|$)");

    private static final String SCALE =
            "(?:\\s?(?:/|sur|out of)\\s?(?:5|10|100)(?!\\d))?(?:\\s?(?:etoiles?|stars?|points?|pts?))?";

    private static final String NO_OTHER_UNIT =
            "(?![\\d.,]*\\d)(?!\\s?(?:\\$|%|g\\b|ml|cl|ans\\b|years?|dollars?|piastres?|piasses?|bucks?))";

    /** A number beside a word for a rating needs no unit: {@code noté 4,5 et plus}, {@code a 4.2+ rating}. */
    private static final List<Pattern> RATED = List.of(
            Pattern.compile(
                    "\\b(?:notee?s?|cotee?s?|notes?|cotes?|rated|ratings?|scored?|scores|evaluee?s?|avis)(?: moyenne?)?(?: (?:de|d'|a|at|of))?(?: (?:"
                            + ABOVE
                            + "|au moins|at least|minimum|min\\.?|d'au moins|de plus de|a partir de))?(?: (?:de|d'))?\\s*"
                            + NUMBER + SCALE
                            + NO_OTHER_UNIT
                            + "(?:\\s?(?:(?:et|ou|and|or) (?:plus|mieux|more|up|above|higher|better)|\\+))?"),
            Pattern.compile(
                    "(?<![\\d.,])" + NUMBER
                            + "(?:\\s?(?:(?:et|ou|and|or) (?:plus|more|up|above|higher|better)|\\+))?[- ](?:of |de |en )?(?:rated|ratings?|score|note|cote)\\b"));

    private static final Pattern OF_FIVE = Pattern.compile("etoile|star|(?:sur|out of|/) ?5(?!\\d)");

    private static String rating(String plain, Map<Quantity, Bounds> limits) {
        for (Pattern form : RATED) {
            Matcher matcher = form.matcher(plain);
            if (matcher.find()) {
                double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
                boolean ofFive = OF_FIVE.matcher(matcher.group()).find();
                put(
                        limits,
                        Quantity.RATING,
                        Bounds.from(ofFive || number <= 5 ? number : number > 10 ? number / 20 : number / 2));
                return matcher.replaceFirst(" , ");
            }
        }
        return plain;
    }

    private static final Pattern MOSTLY = Pattern.compile(
            "\\b(?:(?:fait )?(?:surtout|majoritairement|principalement|essentiellement)(?: de| du| d')?|a dominante(?: de| d')?|domine par(?: le| la)?|(?:that's |thats )?(?:mostly|mainly|predominantly|primarily)|dominated by)\\s(?!pas\\b|not\\b)");

    private static final Pattern NOTHING_ELSE =
            Pattern.compile("\\b(?:pure?|monocepage|single[- ]varietal|varietal)\\s(?=\\p{L})");

    private static String share(String plain, Map<Quantity, Bounds> limits) {
        Matcher matcher = SHARE.matcher(plain);
        if (matcher.find()) {
            put(limits, Quantity.SHARE, Bounds.from(Double.parseDouble(matcher.group(1))));
            return matcher.replaceFirst(" ");
        }
        Matcher mostly = MOSTLY.matcher(plain);
        if (mostly.find()) {
            put(limits, Quantity.SHARE, Bounds.from(50));
            return mostly.replaceFirst(" ");
        }
        Matcher pure = NOTHING_ELSE.matcher(plain);
        if (pure.find()) {
            put(limits, Quantity.SHARE, Bounds.from(95));
            return pure.replaceFirst(" ");
        }
        return plain;
    }

    private static String vintage(String plain, Map<Quantity, Bounds> limits) {
        String text = plain;
        for (Map.Entry<Pattern, BiFunction<Double, Double, Bounds>> form : YEARS) {
            Matcher matcher = form.getKey().matcher(text);
            StringBuilder rest = new StringBuilder();
            while (matcher.find()) {
                double one = Double.parseDouble(matcher.group(1));
                double other = matcher.groupCount() > 1 ? Double.parseDouble(matcher.group(2)) : one;
                put(limits, Quantity.VINTAGE, form.getValue().apply(one, other));
                matcher.appendReplacement(rest, " , ");
            }
            text = matcher.appendTail(rest).toString();
        }
        return text;
    }

    private static final String OF_YEAR =
            "(?:(?:du |le |un |de |the |a )?(?:millesimes?|vintages?|annees?|years?|recoltes?)\\s*(?:de |d')?)?";

    private static final List<Map.Entry<Pattern, BiFunction<Double, Double, Bounds>>> YEARS = List.of(
            Map.entry(
                    Pattern.compile(OF_YEAR + "(?:entre|between|de|from)?\\s*\\b" + YEAR
                            + "\\s*(?:et|and|a|to|ou|or|-|–)\\s*" + YEAR + "\\b" + NOT_MONEY),
                    (one, other) -> Bounds.between(one, other)),
            Map.entry(
                    Pattern.compile(
                            "(?:d')?(?:avant|before|older than|plus vieux que|jusqu'?en|until|anterieur a)\\s*(?:le |the )?"
                                    + YEAR + "\\b" + NOT_MONEY),
                    (one, other) -> Bounds.upTo(one - 1)),
            Map.entry(
                    Pattern.compile("(?:apres|after|depuis|since|a partir de|from|plus jeune que|younger than)\\s*"
                            + YEAR + "\\b" + NOT_MONEY),
                    (one, other) -> Bounds.from(one)),
            Map.entry(
                    Pattern.compile(YEAR + "\\s*(?:ou plus jeune|ou apres|or younger|or later|ou plus recent|\\+)"),
                    (one, other) -> Bounds.from(one)),
            Map.entry(
                    Pattern.compile(YEAR + "\\s*(?:ou avant|ou plus vieux|or older|or earlier)"),
                    (one, other) -> Bounds.upTo(one)),
            Map.entry(
                    Pattern.compile("(?<![\\d$])(?<!\\$ )" + OF_YEAR + "\\b" + YEAR + "\\b" + NOT_MONEY),
                    (one, other) -> Bounds.between(one, one)));
}
