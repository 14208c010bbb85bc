package com.saqsommelier.recommend.question;

import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 * @param limits demands in numbers, besides the price
 * @param like what the bottle is to be like, as it was typed; empty when nothing was named
 * @param together how many bottles of each of these colours and kinds the answer is to hold; empty when any will do
 * @param blend whether all grapes that are wanted are to be in the bottle
 */
public record Understanding(
        Language language,
        List<Term> wanted,
        List<Term> excluded,
        PriceRange price,
        int count,
        boolean inMyStores,
        String freeText,
        Set<Remark> remarks,
        Map<Quantity, Bounds> limits,
        Optional<LikeThis> like,
        Map<Term, Integer> together,
        boolean blend) {

    /** An understanding without what only few questions say. */
    public Understanding(
            Language language,
            List<Term> wanted,
            List<Term> excluded,
            PriceRange price,
            int count,
            boolean inMyStores,
            String freeText,
            Set<Remark> remarks) {
        this(
                language,
                wanted,
                excluded,
                price,
                count,
                inMyStores,
                freeText,
                remarks,
                Map.of(),
                Optional.empty(),
                Map.of(),
                false);
    }

    /** Takes copies. */
    public Understanding {
        wanted = List.copyOf(wanted);
        excluded = List.copyOf(excluded);
        remarks = Set.copyOf(remarks);
        limits = Map.copyOf(limits);
        together = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(together));
    }

    /** The same, said in another language. */
    public Understanding in(Language other) {
        return new Understanding(
                other, wanted, excluded, price, count, inMyStores, freeText, remarks, limits, like, together, blend);
    }

    /** The same with other terms and another price. */
    public Understanding with(List<Term> nowWanted, List<Term> nowExcluded, PriceRange nowPrice) {
        return new Understanding(
                language,
                nowWanted,
                nowExcluded,
                nowPrice,
                count,
                inMyStores,
                freeText,
                remarks,
                limits,
                like,
                together,
                blend);
    }

    /** The same with other words that no table knows. */
    public Understanding withFreeText(String words) {
        return new Understanding(
                language, wanted, excluded, price, count, inMyStores, words, remarks, limits, like, together, blend);
    }

    /** The same with these demands in numbers. */
    public Understanding withLimits(Map<Quantity, Bounds> now) {
        return new Understanding(
                language, wanted, excluded, price, count, inMyStores, freeText, remarks, now, like, together, blend);
    }

    /** The same with these remarks alone. */
    public Understanding withRemarks(Set<Remark> now) {
        return new Understanding(
                language, wanted, excluded, price, count, inMyStores, freeText, now, limits, like, together, blend);
    }

    /** The same with one remark more. */
    public Understanding and(Remark remark) {
        return new Understanding(
                language,
                wanted,
                excluded,
                price,
                count,
                inMyStores,
                freeText,
                Stream.concat(remarks.stream(), Stream.of(remark)).collect(java.util.stream.Collectors.toSet()),
                limits,
                like,
                together,
                blend);
    }

    /** Whether no alcohol is demanded. */
    public boolean alcoholFree() {
        Bounds alcohol = limits.get(Quantity.ALCOHOL);
        return alcohol != null && alcohol.max().isPresent() && alcohol.max().getAsDouble() <= 1;
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

    /** Reserva, premier cru and so on. */
    public List<Term> designations() {
        return wanted(Theme.DESIGNATION);
    }

    public List<Term> occasions() {
        return wanted(Theme.OCCASION);
    }

    private List<Term> wanted(Theme theme) {
        return wanted.stream().filter(term -> term.theme() == theme).toList();
    }
}
