package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.PhraseBook;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a bottle is to be like: "une alternative au Kim Crawford", "like Barolo but cheaper". What follows is taken for a
 * name unless the tables read it as something that is wished for itself: "a rare grape like trousseau" wants a trousseau.
 */
final class LikenessReader {

    private static final String ARTICLE =
            "(?:le |la |les |l'|un |une |the |a |an |du |de la |celui de |ce |that |this )?";

    private static final String NAME = "([\\p{L}\\d].{1,60}?)";

    /** Where a name ends. */
    private static final String END =
            "(?=$|[,;?!]|\\.(?!\\p{L})| mais\\b| but\\b| en (?:moins|plus)\\b| moins (?:chere?|dispendieux)| plus (?:abordable|leger|corse|chere?)| a moins\\b| a prix\\b| pas (?:trop )?chere?\\b| pour \\b| sous \\b| under \\b| for \\b| cheaper\\b| that | less\\b| quoi d'autre| what else| more affordable| autour\\b| around\\b| svp\\b| please\\b| a (?:un )?prix\\b| abordable| affordable| disponible| qu'est| que me| que puis| what (?:should|would|can|do))";

    private static final List<Pattern> CHEAPER_THAN = List.of(Pattern.compile(
            "\\b(?:(?:un peu |bien )?moins chere?s?|moins dispendieux|plus abordables?|cheaper|less expensive|more affordable) (?:que|qu'|than) "
                    + ARTICLE + NAME + END));

    private static final List<Pattern> LIKE = List.of(
            Pattern.compile(
                    "\\b(?:alternatives?|equivalents?|substituts?|remplacements?|remplacante?s?|replacements?|substitutes?|stand-ins?|sosies?|dupes?)(?: (?:abordable|moins chere?|pas chere?|cheaper|affordable))? (?:au |aux |a l'|a la |a |du |de la |de l'|d'un |d'une |de |d'|to |for |pour |of )"
                            + ARTICLE + NAME + END),
            Pattern.compile(
                    "\\b(?:dans le (?:style|genre|gout)|du (?:meme )?(?:style|genre)|(?:le )?meme (?:genre|style|type)(?: de (?:vin|chose|bouteille))?|(?:the )?same (?:kind|style|type|sort)(?: of (?:wine|thing|bottle))?|in the (?:style|vein)) (?:que |qu'|d'un |d'une |du |de la |des |de |d'|as |of )"
                            + ARTICLE + NAME + END),
            Pattern.compile(
                    "\\b(?:similar to|semblables? (?:a|au)|similaires? (?:a|au)|(?:qui )?(?:ressemble|ressemblent|ressemblant)(?:nt)? (?:a|au|aux)|qui (?:me )?rappelle|reminiscent of|comparables? (?:a|au|to)|in the style of|resembl(?:es|ing)|proches? (?:de|du)) "
                            + ARTICLE + NAME + END),
            Pattern.compile(
                    "\\b(?:(?:pour|to) (?:remplacer|replace)|along the lines of|in the spirit of|(?:dans|de) l'esprit d(?:e|u)|a la (?:maniere|facon) d(?:e|u)|pas loin d(?:e|u)) "
                            + ARTICLE + NAME + END),
            Pattern.compile("(?:^|[ ,(])(?:genre|style|un peu comme|comme|tel que) " + ARTICLE + NAME + END),
            Pattern.compile(
                    "(?:^|[ ,(])(?<!would )(?<!i'd )(?<! i )(?<!^i )(?<!you )(?<!don't )(?<!who )(?<!not )(?<!doesn't )(?<!people )like "
                            + ARTICLE + NAME + END),
            Pattern.compile(
                    "\\b(?:j'aime|j'adore|j'ai (?:bien )?aime|j'ai adore|je suis (?:un )?fan d[eu]|on aime|nous aimons|i like|i love|i liked|i loved|i enjoy(?:ed)?|i'm a fan of|fan of|big fan of) (?:bien |beaucoup |really |le |la |les |l'|du |the |a |my )*"
                            + NAME + END));

    private static final String HABIT =
            "(?:toujours|tout le temps|souvent|d'habitude|habituellement|generalement|d'ordinaire|always|usually|normally|often|mostly|generally)";

    /** What somebody usually drinks: {@code je bois toujours du …}, {@code my go-to is …}. */
    private static final List<Pattern> HABITS = List.of(
            Pattern.compile(
                    "\\b(?:je|on|elle|il|nous|i|we|she|he) (?:bois|boit|buvons|prends|prend|achete|drinks?|buys?|gets?|have|orders?)(?: "
                            + HABIT + ")(?: (?:de la|de l'|le|la|les|du|des|the|a))? " + NAME + END),
            Pattern.compile("\\b" + HABIT
                    + ",? (?:je|on|elle|il|nous|i|we|she|he)?\\s?(?:bois|boit|prends|prend|achete|drinks?|buys?|gets?|have|orders?|go for|goes for)(?: (?:de la|de l'|le|la|les|du|des|the|a))? "
                    + NAME + END),
            Pattern.compile(
                    "\\b(?:mon|ma|my|son|sa|his|her|our|notre) (?:vin |rouge |blanc |bouteille |wine |red |white )?(?:prefere|preferee|favori|favorite|favourite|habituel|habituelle|usual|go[- ]to)(?: (?:vin|rouge|blanc|wine|red|white|bottle))? (?:est|c'est|is) "
                            + ARTICLE + NAME + END));

    /** Asks for another than the one that is named. */
    private static final Pattern ANOTHER = Pattern.compile(
            "(?:quoi d'autre|autre chose|what else|something else|\\b(?:devrais|pourrais)(?:[- ]je)? (?:aussi |bien )?(?:essayer|aimer|gouter|tenter)|\\b(?:should|could|might|would) i (?:also |probably )?(?:try|like|enjoy|love)|^(?:si|if) )");

    private static final Pattern CHEAPER = Pattern.compile(
            "\\b(?:moins (?:chere?s?|dispendieux)|meilleur marche|plus abordables?|abordables?|pas (?:trop )?chere?s?|a (?:meilleur|petit|bon) prix|cheaper|less expensive|more affordable|affordable|not (?:so |too |as )?expensive|cheap|budget)\\b");

    private static final Pattern POINTS_AT_A_BOTTLE = Pattern.compile(
            "(?:no\\.? ?|numero |#)?\\d|(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|derniere?|first|second|third|fourth|fifth|last)(?: (?:one|vin|bouteille|wine|bottle|choix))?|ca|cela|celui-(?:ci|la)|that|this|it|mais|d'habitude|usual|hier|last time|la derniere fois");

    private final PhraseBook phrases;

    LikenessReader(PhraseBook phrases) {
        this.phrases = phrases;
    }

    /** @param rest the question without the words of the likeness */
    record Read(Optional<LikeThis> like, String rest) {}

    Read read(String plain) {
        for (Pattern pattern : CHEAPER_THAN) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.find() && isName(matcher.group(1), false)) {
                return taken(plain, matcher, true);
            }
        }
        boolean cheaper = CHEAPER.matcher(plain).find();
        boolean another = ANOTHER.matcher(plain).find();
        for (int i = 0; i < LIKE.size(); i++) {
            Matcher matcher = LIKE.get(i).matcher(plain);
            if (matcher.find()
                    && !(isExample(matcher.group(1)) && !cheaper)
                    && isName(matcher.group(1), i == LIKE.size() - 1 && !another)) {
                return taken(plain, matcher, cheaper);
            }
        }
        for (Pattern habit : HABITS) {
            Matcher matcher = habit.matcher(plain);
            if (matcher.find() && isDrink(matcher.group(1))) {
                return taken(plain, matcher, cheaper);
            }
        }
        return new Read(Optional.empty(), plain);
    }

    private static Read taken(String plain, Matcher matcher, boolean cheaper) {
        String rest = plain.substring(0, matcher.start()) + " , " + plain.substring(matcher.end());
        return new Read(
                Optional.of(new LikeThis(matcher.group(1).strip(), cheaper)),
                cheaper ? CHEAPER.matcher(rest).replaceAll(" , ") : rest);
    }

    /**
     * Whether something is named and not wished. A place is a name where the bottle is to be "like" it; after "I like" it is
     * a wish, and only what no table knows is a name.
     */
    private boolean isName(String text, boolean onlyUnknown) {
        List<String> words = Words.of(text);
        if (words.isEmpty()
                || words.size() > 7
                || text.matches("(?:de |of )?(?:vins?|wines?|bouteilles?|bottles?) .*")
                || POINTS_AT_A_BOTTLE.matcher(text.strip()).matches()) {
            return false;
        }
        if (text.matches(".*\\d\\s?\\$.*|\\$.*|\\d.*")) {
            return false;
        }
        List<Term> terms = new ArrayList<>();
        int known = 0;
        for (int at = 0; at < words.size(); ) {
            Optional<Found> found = phrases.longestAt(words, at);
            found.ifPresent(it -> terms.addAll(it.terms()));
            known += found.map(Found::length).orElse(0);
            at += found.map(Found::length).orElse(1);
        }
        boolean unknown = known < words.size()
                && words.stream()
                        .anyMatch(word -> word.length() > 2 && !phrases.words().contains(word));
        if (onlyUnknown) {
            return unknown && terms.stream().noneMatch(LikenessReader::isWished) && words.size() <= 5;
        }
        boolean place = terms.stream().anyMatch(term -> term.theme() == Theme.REGION)
                || terms.stream().anyMatch(term -> term.theme() == Theme.KIND);
        boolean wished = terms.stream().anyMatch(LikenessReader::isWished);
        return place ? !terms.stream().allMatch(term -> term.theme() == Theme.GRAPE) : unknown && !wished;
    }

    /**
     * Whether alternatives are named, or how something is: "a Beaujolais, say Morgon or Fleurie" wants one of the two, and
     * "Californian style" a place.
     */
    private boolean isExample(String text) {
        List<String> words = Words.of(text);
        boolean alternatives = words.contains("ou") || words.contains("or");
        boolean known = words.stream()
                .allMatch(word -> JOINS.contains(word) || phrases.words().contains(word));
        return (alternatives && known) || (words.size() == 1 && known && WordForms.isAdjective(text.strip()));
    }

    private static final Set<String> JOINS = Set.of("ou", "or", "un", "une", "a", "an", "the", "le", "la", "et", "and");

    /** Whether what somebody usually drinks has a name of its own: neither "red" nor "wine with dinner". */
    private boolean isDrink(String text) {
        List<String> words = Words.of(text);
        return words.size() <= 5
                && words.stream()
                        .anyMatch(word -> word.length() > 2
                                && phrases.longestAt(List.of(word), 0).isEmpty()
                                && !CommonWords.has(word)
                                && !WordForms.telling(word).isEmpty());
    }

    private static boolean isWished(Term term) {
        return switch (term.theme()) {
            case DISH, OCCASION, STYLE, FEATURE -> true;
            case KIND, COLOUR, COUNTRY, REGION, GRAPE, DESIGNATION -> false;
        };
    }
}
