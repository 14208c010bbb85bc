package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Words;
import java.util.regex.Pattern;

/** Tells a question of knowledge from a wish for bottles, where Claude does not. */
final class KnowledgeQuestion {

    private static final Pattern ASKS = Pattern.compile(
            "^\\W*(?:(?:allo|salut|bonjour|hello|hi|hey)\\W+)?(?:qu'?est[- ]ce que?|qu'est[- ]ce qu|c'est quoi|pourquoi|comment|explique|"
                    + "quelle est la difference|what is|what are|what's|what does|why|how|explain|tell me about|"
                    + "what is the difference|do you know)\\b.*");

    /** A wish that is put as a question. */
    private static final Pattern WISHES = Pattern.compile(
            "\\b(?:bon|bonne|bons|meilleur|meilleure|recommand\\w*|sugger\\w*|conseil\\w*|propos\\w*|boire avec|vin pour|"
                    + "vins? avec|good|best|recommend\\w*|suggest\\w*|wine for|wines? with|drink with|goes with|go with)\\b");

    private KnowledgeQuestion() {}

    /** Whether a question is put as one, with which bottles may still be wanted. */
    static boolean asks(String text) {
        return text.contains("?") || ASKS.matcher(plain(text)).matches();
    }

    /** Whether knowledge is asked for and no bottle. */
    static boolean is(String text, Understanding tables) {
        String plain = plain(text);
        return tables.price().isAny()
                && tables.food().isEmpty()
                && ASKS.matcher(plain).matches()
                && !WISHES.matcher(plain).find();
    }

    private static String plain(String text) {
        return Words.plain(text).replace('\u2019', '\'').replaceAll("\\s+", " ");
    }
}
