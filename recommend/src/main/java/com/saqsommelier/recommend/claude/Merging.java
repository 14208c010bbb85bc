package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts together what the tables read and what Claude reads. What the tables read in a theme that narrows the choice stands,
 * and so do prices, exclusions, stores and what is said of minors: neither a mistake of the model nor anybody who talks it
 * into one can take them away. Claude adds what the tables missed.
 */
final class Merging {

    private Merging() {}

    static Understanding merge(Understanding tables, ClaudeUnderstanding claude) {
        Set<Term> excluded = new LinkedHashSet<>(tables.excluded());
        claude.excluded().stream()
                .filter(term -> !tables.wanted().contains(term))
                .forEach(excluded::add);
        Set<Term> wanted = new LinkedHashSet<>(tables.wanted());
        for (Term term : claude.wanted()) {
            if (!excluded.contains(term) && !speaksOf(tables.wanted(), term.theme())) {
                wanted.add(term);
            }
        }
        claude.leaning().stream().filter(term -> !excluded.contains(term)).forEach(wanted::add);
        return new Understanding(
                tables.language(),
                List.copyOf(wanted),
                List.copyOf(excluded),
                price(tables.price(), claude),
                count(tables, claude),
                tables.inMyStores() || claude.inMyStores(),
                freeText(tables, claude),
                remarks(tables, claude, wanted, excluded),
                tables.limits(),
                tables.like(),
                tables.together(),
                tables.blend());
    }

    /** A place is a place, be it a country or a region: who asked for a Barolo did not ask for Spain. */
    private static boolean speaksOf(List<Term> terms, Theme theme) {
        boolean place = theme == Theme.COUNTRY || theme == Theme.REGION;
        return terms.stream()
                .anyMatch(term -> term.theme() == theme
                        || (place && (term.theme() == Theme.COUNTRY || term.theme() == Theme.REGION)));
    }

    private static PriceRange price(PriceRange tables, ClaudeUnderstanding claude) {
        if (!tables.isAny()) {
            return tables;
        }
        return claude.min().isPresent()
                        && claude.max().isPresent()
                        && claude.min().get().compareTo(claude.max().get()) > 0
                ? tables
                : new PriceRange(claude.min(), claude.max());
    }

    private static int count(Understanding tables, ClaudeUnderstanding claude) {
        return tables.count() == QuestionParser.USUAL && claude.count().isPresent()
                ? Math.clamp(claude.count().getAsInt(), 1, QuestionParser.MOST)
                : tables.count();
    }

    /** Where Claude read names among the words that no table knows, those; where it read none, the words as they are. */
    private static String freeText(Understanding tables, ClaudeUnderstanding claude) {
        return claude.freeText().isEmpty() ? tables.freeText() : claude.freeText();
    }

    private static Set<Remark> remarks(
            Understanding tables, ClaudeUnderstanding claude, Set<Term> wanted, Set<Term> excluded) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        remarks.addAll(tables.remarks());
        if (claude.minor()) {
            remarks.add(Remark.MINOR);
        }
        boolean found =
                !wanted.isEmpty() || !excluded.isEmpty() || !claude.freeText().isEmpty();
        if (found && claude.intent() == ClaudeUnderstanding.Intent.RECOMMEND) {
            remarks.remove(Remark.UNCLEAR);
            remarks.remove(Remark.QUESTION);
        }
        return remarks;
    }
}
