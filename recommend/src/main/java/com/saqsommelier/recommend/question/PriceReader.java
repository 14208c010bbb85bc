package com.saqsommelier.recommend.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the price in a question that is in {@link com.saqsommelier.vocabulary.Words#plain plain} letters. */
final class PriceReader {

    /** What is cheap, and what is dear, when somebody says just that; about a third of the wines of 2021 cost less. */
    static final BigDecimal CHEAP = new BigDecimal("18");

    static final BigDecimal DEAR = new BigDecimal("50");

    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    private static final String NUMBER = "(\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d{1,5}(?:[.,]\\d{1,2})?)";
    private static final String DOLLARS =
            "(?:\\s?(?:\\$|dollars?\\b|piass?es?\\b|piastres?\\b|bucks?\\b|cad\\b|balles\\b|tomates\\b))";
    private static final String AMOUNT = "(?:\\$\\s?)?" + NUMBER + DOLLARS + "?";
    /** A number that counts something else. */
    private static final String NOT_A_PRICE =
            "(?!\\s?(?:%|bouteille|bottle|personne|people|person|guest|invite|convive|ans\\b|year|vin\\b|vins\\b|wine|g/l|ml\\b|cl\\b|plat|course|suggestion|minute|degre|litre|km\\b|option|choix)|\\d)";

    private static final String UP_TO =
            "(?<!\\p{L})(?:pas plus (?:cher )?(?:de|que)|not? more than|moins (?:cher )?(?:de|que)|sous la barre des|en dessous de|en bas de|au dessous de|inferieur a|jusqu'?a|jusqu a|maximum(?: de)?|max(?: de)?|sous(?: les| la)?|budget(?: max(?:imum)?)?(?: est)?(?: de| d'| of| is|:)?|under|below|less than|up to|at most|cheaper than|within|not over|<=?|j'ai|i have|limite de)";
    private static final String FROM =
            "(?<!\\p{L})(?:plus (?:cher )?(?:de|que)|au moins|minimum(?: de)?|min(?: de)?|a partir de|au dessus de|au-dessus de|over|above|more than|at least|starting at|from|>=?)";
    private static final String AROUND =
            "(?<!\\p{L})(?:autour (?:de|des)|aux alentours (?:de|des)|alentours (?:de|des)|environ|a peu pres|dans les|vers(?: les)?|approximativement|around|about|approximately|approx\\.?|roughly|circa|~|pres de|tourne autour de)";

    /** In this order: what is longer comes before what it begins with. */
    private static final List<Map.Entry<Pattern, String>> SPELT = Stream.of(
                    "une dizaine de=environ 10",
                    "une quinzaine de=environ 15",
                    "une vingtaine de=environ 20",
                    "une trentaine de=environ 30",
                    "une quarantaine de=environ 40",
                    "une cinquantaine de=environ 50",
                    "vingt[- ]cinq=25",
                    "trente[- ]cinq=35",
                    "twenty[- ]five=25",
                    "thirty[- ]five=35",
                    "dix=10",
                    "quinze=15",
                    "vingt=20",
                    "trente=30",
                    "quarante=40",
                    "cinquante=50",
                    "fifteen=15",
                    "twenty=20",
                    "thirty=30",
                    "forty=40",
                    "fifty=50")
            .map(pair -> pair.split("=", 2))
            .map(pair -> Map.entry(Pattern.compile("\\b" + pair[0] + "\\b"), pair[1]))
            .toList();

    private static final List<Form> FORMS = List.of(
            new Form(
                    "(?:entre|between|de|from)\\s+" + AMOUNT + "\\s*(?:et|and|a|to|-)\\s*" + AMOUNT + NOT_A_PRICE,
                    found -> PriceRange.between(amount(found, 1), amount(found, 2))),
            new Form(
                    "(?<![\\d.,])" + AMOUNT + "\\s?(?:-|–|a|to|et|ou|or)\\s?(?:\\$\\s?)?" + NUMBER + DOLLARS,
                    found -> PriceRange.between(amount(found, 1), amount(found, 2))),
            new Form(
                    "\\$\\s?" + NUMBER + "\\s?(?:-|–|to)\\s?\\$?\\s?" + NUMBER,
                    found -> PriceRange.between(amount(found, 1), amount(found, 2))),
            new Form(UP_TO + "\\s*" + AMOUNT + NOT_A_PRICE, found -> PriceRange.upTo(amount(found, 1))),
            new Form(
                    AMOUNT
                            + "\\s*(?:maximum|max\\b|ou moins|et moins|or less|or under|tops|gros max|au plus|and under)",
                    found -> PriceRange.upTo(amount(found, 1))),
            new Form(
                    AMOUNT + "\\s*(?:minimum|min\\b|ou plus|et plus|or more|and up|et au dessus)" + NOT_A_PRICE,
                    found -> PriceRange.from(amount(found, 1))),
            new Form(FROM + "\\s*" + AMOUNT + NOT_A_PRICE, found -> PriceRange.from(amount(found, 1))),
            new Form(AROUND + "\\s*" + AMOUNT + NOT_A_PRICE, found -> around(amount(found, 1))),
            new Form("\\$\\s?" + NUMBER, found -> around(amount(found, 1))),
            new Form("(?<![\\d.,])" + NUMBER + DOLLARS, found -> around(amount(found, 1))),
            new Form(
                    "\\b(?:(?:pas|not) (?:trop |too |that |so |tres |very )?(?:chere?s?|dispendieux|dispendieuse|expensive|pricey)|abordables?|economiques?|bon marche|petits? prix|petit budget|pas ruineux|cheap|cheaper|inexpensive|affordable|budget[- ]friendly|tight budget|on a budget|good value|aubaine|best value|rapport qualite[- ]prix)\\b",
                    found -> PriceRange.upTo(CHEAP)),
            new Form(
                    "\\b(?:haut de gamme|luxe|luxueux|me gater|se gater|nous gater|gater|dispendieux|splurge|high[- ]end|expensive|fancy|top shelf|prestige|premium|grande occasion|special occasion)\\b",
                    found -> PriceRange.from(DEAR)));

    private PriceReader() {}

    /**
     * What was read.
     *
     * @param rest the question without the words of the price
     */
    record Read(PriceRange price, String rest) {}

    static Read read(String plain) {
        String text = spelt(plain);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.find()) {
                PriceRange price = form.meaning().apply(matcher.toMatchResult());
                return new Read(price, text.substring(0, matcher.start()) + " , " + text.substring(matcher.end()));
            }
        }
        return new Read(PriceRange.ANY, text);
    }

    private static String spelt(String plain) {
        String text = plain;
        for (Map.Entry<Pattern, String> number : SPELT) {
            text = number.getKey().matcher(text).replaceAll(number.getValue());
        }
        return text;
    }

    private static PriceRange around(BigDecimal price) {
        BigDecimal fifth = price.multiply(A_FIFTH);
        return PriceRange.between(
                price.subtract(fifth).setScale(2, RoundingMode.HALF_UP),
                price.add(fifth).setScale(2, RoundingMode.HALF_UP));
    }

    private static BigDecimal amount(MatchResult found, int group) {
        String digits = found.group(group);
        if (digits.matches("\\d{1,3}(?:[ ,]\\d{3})+")) {
            digits = digits.replaceAll("[ ,]", "");
        }
        return new BigDecimal(digits.replace(',', '.'));
    }

    private record Form(Pattern pattern, Function<MatchResult, PriceRange> meaning) {

        Form(String regex, Function<MatchResult, PriceRange> meaning) {
            this(Pattern.compile(regex), meaning);
        }
    }
}
