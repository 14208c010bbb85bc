package com.saqsommelier.recommend.question;

import com.saqsommelier.recommend.slot.QuantityReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the price in a question that is in {@link com.saqsommelier.vocabulary.Words#plain plain} letters. */
final class PriceReader {

    /** What is cheap, and what is dear, when somebody says just that; about a third of the wines of 2021 cost less. */
    static final BigDecimal CHEAP = new BigDecimal("18");

    static final BigDecimal VERY_CHEAP = new BigDecimal("14");
    static final BigDecimal DEAR = new BigDecimal("50");

    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    private static final String NUMBER = "(\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d{1,5}(?:[.,]\\d{1,2})?)";
    /** Words for dollars in several languages; other currencies are read as if they were dollars. */
    private static final String DOLLARS =
            "(?:\\s?(?:\\$|€|dollars?\\b|dolares\\b|dollari\\b|piass?es?\\b|piastres?\\b|bucks?\\b|cad\\b|balles\\b|tomates\\b|euros?\\b|eur\\b))";

    private static final String AMOUNT = "(?:\\$\\s?)?" + NUMBER + DOLLARS + "?";
    /** A number that counts something else. */
    private static final String NOT_A_PRICE =
            "(?!\\s?(?:%|bouteille|bottle|personne|people|person|guest|invite|convive|ans\\b|year|vin\\b|vins\\b|wine|g/l|ml\\b|cl\\b|plat|course|suggestion|minute|degre|litre|km\\b|option|choix)|\\d)";

    private static final String UP_TO = "(?:" + QuantityReader.UP_TO
            + "|(?<!\\p{L})(?:menos de|por menos de|hasta|ate|meno di|sotto i|fino a|unter|bis zu|budget(?: max(?:imum)?)?(?: est| serre)?(?: went up| goes up| monte| augmente| passe)?(?: de| d'| of| is| to| a|:)?|cheaper than|j'ai|i have|i've got|i got|on a|we have|limite de|depenser))";

    private static final String FROM = QuantityReader.FROM;

    private static final String AROUND = QuantityReader.AROUND;

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private static final List<Form> FORMS = List.of(
            new Form(
                    "\\b(?:(?<!(?:alcohol|sugar|gluten|oak|tannin|sulfite|carb|cruelty)[- ])(?:free (?=(?:wine|bottle|red|white|rose|booze|drink|beer|sample|champagne)s?\\b)|free of charge|for free)|(?<!livraison )gratuite?s?\\b|gratis\\b|(?:zero|0) ?(?:\\$|dollars?\\b|piastres?\\b|piasses?\\b|bucks?\\b)|\\$ ?0(?![\\d.,]))",
                    found -> PriceRange.upTo(NOTHING),
                    false),
            // Nobody pays a bottle to be taken; "rouge -20 $" is a red for less.
            new Form(
                    "(?:\\b(?:a|at|for|pour|de|of|costing) [-−–]\\s?|\\b(?:minus|negative|(?<!au )moins)\\s)(?:\\$\\s?)?"
                            + NUMBER + "(?:" + DOLLARS + "|(?<=\\$\\d{1,5}))",
                    found -> PriceRange.upTo(found.group().startsWith("moins") ? amount(found, 1) : NOTHING)),
            new Form("(?<![\\p{L}\\d$.,])\\s[-−–]\\s?" + NUMBER + DOLLARS, found -> PriceRange.upTo(amount(found, 1))),
            new Form("(?<![\\d.,])(\\d{6,15})" + DOLLARS, found -> PriceRange.from(amount(found, 1))),
            new Form(
                    "(?:\\b(?:une?|a) )?" + AMOUNT + "\\s*(?:a |to )(?:depenser|mettre|investir|spend|blow|invest)\\b",
                    found -> PriceRange.upTo(amount(found, 1))),
            new Form(
                    "\\b(?:j'ai|i have|i've got|i got|avec|with|for|pour) (?:un|a) (5|10|20|50|100)(?=\\s*(?:$|[,;.!?]))",
                    found -> PriceRange.upTo(amount(found, 1))),
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
                            + "\\s*,?\\s*(?:(?:au |at )?maximum|max\\b|ou moins|et moins|or less|or under|tops|gros max|au plus|and under|at most|or below)",
                    found -> PriceRange.upTo(amount(found, 1))),
            new Form(
                    AMOUNT + "\\s*(?:minimum|min\\b|ou plus|et plus|or more|and up|et au dessus)" + NOT_A_PRICE,
                    found -> PriceRange.from(amount(found, 1))),
            new Form(FROM + "\\s*" + AMOUNT + NOT_A_PRICE, found -> PriceRange.from(amount(found, 1))),
            new Form(AROUND + "\\s*" + AMOUNT + NOT_A_PRICE, found -> around(amount(found, 1))),
            new Form("\\$\\s?" + NUMBER, found -> around(amount(found, 1))),
            new Form("(?<![\\d.,])" + NUMBER + DOLLARS, found -> around(amount(found, 1))),
            new Form(
                    "\\b(?:piquette|plonk|bas de gamme|cheapo|rotgut|picrate|ultra[- ]cheap|(?:le|la|les|ton|tes|votre|vos) moins chere?s?(?: possible)?|dirt cheap|as cheap as possible|cheapest)\\b",
                    found -> PriceRange.upTo(VERY_CHEAP)),
            new Form(
                    "\\b(?:(?:pas|not) (?:trop |too |that |so |tres |very )?(?:chere?s?|dispendieux|dispendieuse|expensive|pricey)|abordables?|economiques?|bon marche|petits? prix|petit budget|pas ruineux|cheap|cheaper|inexpensive|affordable|budget[- ]friendly|tight budget|on a budget|good value|aubaine|best value|rapport qualite[- ]prix|budget (?:tres )?serre|serre|won't break the bank|doesn't break the bank|donne|ben cheap|student budget|budget etudiant|pas (?:ben|trop ben) chere?)\\b",
                    found -> PriceRange.upTo(CHEAP)),
            new Form(
                    "\\b(?:haut de gamme|luxe|luxueux|(?:assez|tres|bien|ben|vraiment|de) chere?s?|me gater|se gater|nous gater|gater|dispendieux|splurge|high[- ]end|expensive|fancy|top shelf|prestige|premium|grande occasion|special occasion)\\b",
                    found -> PriceRange.from(DEAR)));

    private PriceReader() {}

    /**
     * What was read.
     *
     * @param rest the question without the words of the price
     */
    record Read(PriceRange price, String rest) {}

    /** Reads a question whose numbers are in digits. Two prices hold together: over 20 and under 50. */
    static Read read(String plain) {
        String text = plain;
        PriceRange price = PriceRange.ANY;
        boolean numbers = false;
        Matcher several = FOR_SEVERAL.matcher(text);
        if (several.find() && !EACH.matcher(text).find()) {
            BigDecimal bottles = new BigDecimal(several.group(2) == null ? several.group(3) : several.group(2));
            BigDecimal all = amount(several.toMatchResult(), several.group(1) == null ? 5 : 1);
            if (bottles.signum() > 0) {
                String count = several.group(2) == null ? several.group(3) : several.group(2);
                text = text.substring(0, several.start()) + " , " + count + " "
                        + text.substring(several.group(2) == null ? several.end(3) : several.end(2));
                text = several.group(2) == null ? WITHOUT_SUM.matcher(text).replaceFirst(" , ") : text;
                return new Read(PriceRange.upTo(all.divide(bottles, 2, RoundingMode.DOWN)), text);
            }
        }
        Matcher sum = SUM.matcher(text);
        Matcher bottles = BOTTLES_COUNTED.matcher(text);
        if (sum.find() && bottles.find() && Integer.parseInt(bottles.group(1)) > 0) {
            BigDecimal each =
                    amount(sum.toMatchResult(), 1).divide(new BigDecimal(bottles.group(1)), 2, RoundingMode.DOWN);
            return new Read(PriceRange.upTo(each), sum.replaceFirst(" , "));
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.find() && !(numbers && form.words())) {
                PriceRange found = form.meaning().apply(matcher.toMatchResult());
                boolean bothSides = price.isAny()
                        || (price.max().isEmpty() && found.min().isEmpty())
                        || (price.min().isEmpty() && found.max().isEmpty());
                if (bothSides) {
                    price = price.and(found);
                    numbers |= !form.words();
                }
                text = form.words()
                        ? form.pattern().matcher(text).replaceAll(" , ")
                        : text.substring(0, matcher.start()) + " , " + text.substring(matcher.end());
            } else if (matcher.find(0) && numbers && form.words()) {
                text = text.substring(0, matcher.start()) + " , " + text.substring(matcher.end());
            }
        }
        return new Read(price, text);
    }

    private static final String BOTTLES =
            "(?:(?:bonnes? |good |different(?:e)?s? |petits? |belles? )?(?:bouteilles?|bottles?|vins?|wines?|rouges?|blancs?|roses?|reds?|whites?|bulles|mousseux|champagnes?|bubbl(?:y|es)|sparklers?|bieres?|beers?|cidres?|ciders?))";

    /** {@code 60 $ pour 3 bouteilles}, {@code 3 bottles for $60}. */
    private static final Pattern FOR_SEVERAL = Pattern.compile("(?:" + UP_TO + "\\s*)?" + AMOUNT
            + "\\s*(?:en tout |total )?(?:pour|for|to get|to buy)\\s+(?:acheter )?(\\d{1,2})\\s+(?=" + BOTTLES + ")"
            + "|\\b(\\d{1,2})\\s+(?=" + BOTTLES + "[^.!?\\d$]{0,40}?(?:pour|for)\\s+(?:" + UP_TO
            + "\\s*)?(?:\\$\\s?"
            + NUMBER + "|\\d[\\d ,.]*" + DOLLARS + "))(?=[^.!?\\d$]*(?:\\$\\s?)?" + NUMBER + ")");

    /** {@code 3 bouteilles de rouge, 50 $ en tout}. */
    private static final Pattern SUM = Pattern.compile(
            "(?:" + UP_TO + "\\s*)?" + AMOUNT
                    + "\\s*(?:max(?:imum)?\\s*)?(?:en tout|au total|total|in total|altogether|all told|pour le tout|for (?:all|everything|the lot))\\b");

    private static final Pattern BOTTLES_COUNTED = Pattern.compile("\\b(\\d{1,2})\\s+(?=" + BOTTLES + ")");

    private static final Pattern WITHOUT_SUM =
            Pattern.compile("(?:pour|for)\\s+(?:" + UP_TO + "\\s*)?(?:\\$\\s?" + NUMBER + "|" + NUMBER + DOLLARS + ")");

    private static final Pattern EACH = Pattern.compile(
            "\\b(?:chacune?|chaque|each|apiece|la bouteille|par bouteille|per bottle|a bottle|une bouteille)\\b");

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

    /** @param words whether it is a word for a price, which a number makes more exact */
    private record Form(Pattern pattern, Function<MatchResult, PriceRange> meaning, boolean words) {

        Form(String regex, Function<MatchResult, PriceRange> meaning) {
            this(regex, meaning, regex.startsWith("\\b(?:") && !regex.contains("\\d"));
        }

        Form(String regex, Function<MatchResult, PriceRange> meaning, boolean words) {
            this(Pattern.compile(regex), meaning, words);
        }
    }
}
