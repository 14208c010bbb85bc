package com.saqsommelier.recommend.question;

import java.util.regex.Pattern;

/**
 * Recognizes questions about wine that no bottle answers, as "what is biodynamic?", and thanks. "What is a good red for
 * lamb?" asks for a bottle.
 */
final class WineQuestions {

    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:bonjour|salut|allo|hi|hello|hey|dis|dites|please|svp|could you|can you|peux[- ]tu|pouvez[- ]vous),? )*(?:m'|me )?"
                    + "(?:(?:c'est quoi|c quoi)(?! (?:.* )?(?:meilleure?s?|bons?|bonnes?|avec|pour|choix)\\b)|qu'?est[- ]ce qu(?:e |')(?:c'est|le |la |les |l'|un |une |signifie|veut)|que veut dire|que signifie|ca veut dire quoi|pourquoi (?!pas)|comment (?:on |se |faire|savoir|conserver|servir|ouvrir|deguster|gouter|lire)"
                    + "|quelle? (?:est la |est l')?difference|a quelle temperature|combien de temps|expliquer?|expliquez|parle[- ]moi|parlez[- ]moi|definition"
                    + "|explain|what(?:'s| is| are|s) (?:the |a |an )?(?!(?:.* )?(?:good|best|nice|great|for|with|under|cheap|some|your|you)\\b)|what does|what do you mean|why (?!not)"
                    + "|how (?:do|does|long|should|to|is|are|much sugar|many)|which temperature|what temperature|what(?:'s| is) the difference|tell me (?:more )?about|define)");

    private static final Pattern OF_WINE = Pattern.compile(
            "\\b(?:vins?|wines?|bouteilles?|bottles?|tanins?|tannins?|sulfites?|millesimes?|vintages?|bouchonn\\w*|corked|corks?|decant\\w*|carafer?|carafe|cepages?|grapes?|raisins?"
                    + "|terroirs?|acidite|acidity|oak|chene|biodynam\\w*|appellations?|aoc|aop|doc|docg|igt|cuvees?|lies|lees|mousseux|champagne|rose|rouge|blanc|orange|pet[- ]nat|porto|port"
                    + "|robe|nez|nose|corps|body|finale?|finish|vendanges?|harvest|vignobles?|vineyards?|vignerons?|winemakers?|sommeliers?|degust\\w*|tasting|sec|dry|brut|nature|naturel|natural|bio|organic|grand cru|premier cru|reserva?|cru)\\b");

    private static final Pattern THANKS = Pattern.compile(
            "^(?:un gros |un grand |mille )?(?:merci|thanks|thank you|thx|ty|parfait|genial|super|excellent|nickel|great|perfect|awesome|cool|ok|d'accord|bonne idee)(?: (?:beaucoup|bien|a toi|a vous|so much|a lot|merci|thanks|you))*[ !.🍷👍]*$");

    private WineQuestions() {}

    /** @param meansWine whether the tables found anything in it */
    static boolean asks(String plain, boolean meansWine) {
        return ASKS.matcher(plain).find()
                && (meansWine || OF_WINE.matcher(plain).find());
    }

    static boolean thanks(String plain) {
        return THANKS.matcher(plain).matches();
    }
}
