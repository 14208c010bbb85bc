package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import java.util.List;
import java.util.Set;

/**
 * What a question asks for. Lists are in the order of the question; the values of one list are alternatives.
 *
 * @param language of the question
 * @param wanted every term that is asked for, of all themes
 * @param excluded terms that must not be
 * @param price of one bottle
 * @param count how many bottles, 1 to {@link QuestionParser#MOST}
 * @param inMyStores whether only what the person's stores have will do
 * @param freeText words that no table knows, such as a producer; empty when there are none
 * @param remarks what the answer must say about the question
 */
public record Understanding(
        Language language,
        List<Term> wanted,
        List<Term> excluded,
        PriceRange price,
        int count,
        boolean inMyStores,
        String freeText,
        Set<Remark> remarks) {

    /** Takes copies. */
    public Understanding {
        wanted = List.copyOf(wanted);
        excluded = List.copyOf(excluded);
        remarks = Set.copyOf(remarks);
    }

    /** The same, said in another language. */
    public Understanding in(Language other) {
        return new Understanding(other, wanted, excluded, price, count, inMyStores, freeText, remarks);
    }

    /** An understanding of nothing at all. */
    public static Understanding nothing(Language language) {
        return new Understanding(
                language, List.of(), List.of(), PriceRange.ANY, QuestionParser.USUAL, false, "", Set.of());
    }

    /** Sparkling, port, spirits and so on. */
    public List<Term> kinds() {
        return wanted(Theme.KIND);
    }

    /** Red, white, rosé, orange. */
    public List<Term> colours() {
        return wanted(Theme.COLOUR);
    }

    public List<Term> countries() {
        return wanted(Theme.COUNTRY);
    }

    /** Regions and appellations. */
    public List<Term> regions() {
        return wanted(Theme.REGION);
    }

    public List<Term> grapes() {
        return wanted(Theme.GRAPE);
    }

    /** Full-bodied, dry, fruity and so on; all of them are wanted. */
    public List<Term> styles() {
        return wanted(Theme.STYLE);
    }

    /** Organic, kosher and so on; all of them are wanted. */
    public List<Term> features() {
        return wanted(Theme.FEATURE);
    }

    /** Dishes and ingredients. */
    public List<Term> food() {
        return wanted(Theme.DISH);
    }

    public List<Term> occasions() {
        return wanted(Theme.OCCASION);
    }

    private List<Term> wanted(Theme theme) {
        return wanted.stream().filter(term -> term.theme() == theme).toList();
    }
}
