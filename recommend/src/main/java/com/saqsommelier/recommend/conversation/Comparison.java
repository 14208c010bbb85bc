package com.saqsommelier.recommend.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a follow-up compares with the last answer.
 *
 * @param price cheaper, dearer or neither
 * @param rest the question without the words of the price; less of a style is written as a negation
 */
record Comparison(Price price, String rest) {

    /** In which direction the price is to go. */
    enum Price {
        CHEAPER,
        SAME,
        DEARER
    }

    private static final String A_BIT = "(?:(?:un peu|pas mal|beaucoup|bien|encore|a bit|a little|much|even) )?";
    private static final Pattern CHEAPER = Pattern.compile("\\b" + A_BIT
            + "(?:(?:moins (?:chere?s?|dispendieux|dispendieuse)|meilleur marche|plus (?:abordables?|economiques?))(?! (?:de|que) \\d)"
            + "|cheaper(?! than)|less expensive|less pricey|more affordable|lower price)\\b");
    private static final Pattern DEARER = Pattern.compile("\\b" + A_BIT
            + "(?:plus (?:chere?s?|dispendieux|dispendieuse|haut de gamme|chic)(?! (?:de|que) \\d)|monter en gamme"
            + "|more expensive|pricier|fancier|more upscale|a step up)\\b");

    /** {@code moins corsé} refuses what is that full-bodied; {@code moins de 20 $} is no comparison. */
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:moins|less|not (?:so|as|that)|pas (?:si|aussi))\\b(?! (?:de|d'|que|than|cher|expensive)\\b)(?! \\$?\\d)");

    /** {@code less tannic and more fruity}: what is wanted more is not refused. */
    private static final Pattern AND_MORE = Pattern.compile("\\b(?:et|and|mais|but) (?=(?:plus|more) )");

    static Comparison in(String plain) {
        Matcher cheaper = CHEAPER.matcher(plain);
        if (cheaper.find()) {
            return new Comparison(Price.CHEAPER, less(cheaper.replaceAll(" , ")));
        }
        Matcher dearer = DEARER.matcher(plain);
        if (dearer.find()) {
            return new Comparison(Price.DEARER, less(dearer.replaceAll(" , ")));
        }
        return new Comparison(Price.SAME, less(plain));
    }

    private static String less(String plain) {
        return AND_MORE.matcher(LESS.matcher(plain).replaceAll("pas trop")).replaceAll(", ");
    }
}
