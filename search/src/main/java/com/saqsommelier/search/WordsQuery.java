package com.saqsommelier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a person's words ask of the index. A word may stand in any field, counts by its best field only, and may have one
 * typo from five letters on, two from nine; the last word may be unfinished.
 */
final class WordsQuery {

    /** Name over producer over place and grape over kind. */
    private static final Map<String, Float> FIELDS = Map.of(
            ProductDocument.NAME, 4f,
            ProductDocument.PRODUCER, 2f,
            ProductDocument.PLACE, 1.5f,
            ProductDocument.GRAPE, 1.5f,
            ProductDocument.KIND, 0.7f,
            ProductDocument.VINTAGE, 1f);

    private static final float UNFINISHED = 0.6f;
    private static final float TYPO = 0.4f;
    private static final float CODE = 1000f;
    private static final int TYPO_FROM = 5;
    private static final int TWO_TYPOS_FROM = 9;
    private static final int UNFINISHED_FROM = 2;
    /** Words beyond these add nothing but time. */
    private static final int MOST_WORDS = 16;

    private final List<Query> words = new ArrayList<>();
    private final Optional<Query> code;

    WordsQuery(String text, CatalogueAnalyzer analyzer) {
        List<String> forms =
                analyzer.words(text).stream().distinct().limit(MOST_WORDS).toList();
        for (int i = 0; i < forms.size(); i++) {
            words.add(word(forms.get(i), i == forms.size() - 1));
        }
        String digits = text.strip();
        code = digits.matches("\\d{2,14}")
                ? Optional.of(new BoostQuery(
                        new ConstantScoreQuery(
                                new TermQuery(new Term(ProductDocument.CODE, ProductDocument.code(digits)))),
                        CODE))
                : Optional.empty();
    }

    /** Products that have every word, or the code. */
    Query all() {
        return orCode(words, Occur.MUST);
    }

    /** Products that have at least one word, those with more of them first. */
    Query some() {
        return orCode(words, Occur.SHOULD);
    }

    /** Whether the text has nothing to look for, being all punctuation. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    private Query orCode(List<Query> clauses, Occur occur) {
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        clauses.forEach(clause -> together.add(clause, occur));
        if (code.isEmpty()) {
            return together.build();
        }
        return new BooleanQuery.Builder()
                .add(together.build(), Occur.SHOULD)
                .add(code.get(), Occur.SHOULD)
                .build();
    }

    private static Query word(String word, boolean last) {
        List<Query> ways = new ArrayList<>();
        FIELDS.forEach((field, boost) -> {
            Term term = new Term(field, word);
            ways.add(new BoostQuery(new TermQuery(term), boost));
            if (last && word.length() >= UNFINISHED_FROM) {
                ways.add(new BoostQuery(new PrefixQuery(term), boost * UNFINISHED));
            }
            if (word.length() >= TYPO_FROM && word.chars().noneMatch(Character::isDigit)) {
                int typos = word.length() >= TWO_TYPOS_FROM ? 2 : 1;
                ways.add(new BoostQuery(new FuzzyQuery(term, typos, 1), boost * TYPO));
            }
        });
        return new DisjunctionMaxQuery(ways, 0.1f);
    }
}
