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
        /** Whatever it costs. */
        ANY,
        DEARER
    }

    private static final String A_BIT = "(?:(?:un peu|pas mal|beaucoup|bien|encore|a bit|a little|much|even) )?";
    private static final Pattern CHEAPER = Pattern.compile(
            "\\b" + A_BIT
                    + "(?:(?:moins (?:chere?s?|dispendieux|dispendieuse)|meilleur marche|plus (?:abordables?|economiques?)|trop chere?s?|trop dispendieux|trop dispendieuse|hors (?:de )?(?:mon )?budget|(?:un peu )?chere?s? pour moi)(?! (?:de|que) \\d)"
                    + "|cheaper(?! than)|too expensive|too pricey|too much money|out of my budget|over my budget|less expensive|less pricey|more affordable|lower price)\\b");
    private static final Pattern DEARER = Pattern.compile("\\b" + A_BIT
            + "(?:plus (?:chere?s?|dispendieux|dispendieuse|haut de gamme|chic)(?! (?:de|que) \\d)|monter en gamme"
            + "|more expensive|pricier|fancier|more upscale|a step up)\\b");

    /** {@code moins corsé} refuses what is that full-bodied; {@code moins de 20 $} is no comparison. */
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:moins|less|not (?:so|as|that)|pas (?:si|aussi))\\b(?! (?:de|d'|que|than|cher|expensive)\\b)(?! \\$?\\d)");

    /** {@code less tannic and more fruity}: what is wanted more is not refused. */
    private static final Pattern AND_MORE = Pattern.compile("\\b(?:et|and|mais|but) (?=(?:plus|more) )");

    private static final Pattern ANY_PRICE = Pattern.compile(
            "\\b(?:peu importe (?:le prix|combien)|n'importe quel prix|a n'importe quel prix|le prix (?:importe peu|n'importe pas|n'a pas d'importance|n'est pas important)|sans limite de prix|pas de (?:limite|budget)|any price|whatever the price|whatever it costs|(?:the )?price (?:doesn't|does not|doesnt) matter|no budget|money is no object|no price limit|no limit)\\b");

    static Comparison in(String plain) {
        Matcher any = ANY_PRICE.matcher(plain);
        if (any.find()) {
            return new Comparison(Price.ANY, less(any.replaceAll(" , ")));
        }
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
