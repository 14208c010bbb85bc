package com.saqsommelier.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * One word of a query. It may stand in any field and counts by its best one. A whole word in any field counts more than
 * the beginning of one in the name, and that more than a misspelt one.
 *
 * <p>Weights are fixed and do not come from the statistics of the index: answers stay the same when the index is rebuilt,
 * products that match alike are equal, and the order can be explained. They are powers of two and small numbers, of which
 * floating point makes exact sums.
 *
 * @param form as the analyzer gives it
 * @param unfinished whether more letters may follow
 */
record Word(String form, boolean unfinished) {

    /**
     * What a product is called or is (its category, colour and features), over who made it, over where and of what, over
     * how the law and the critics class it. Were a name to count more than a kind, {@code red wine italy} would find white
     * wines with Red in their names first.
     */
    static final Map<String, Float> FIELDS = Map.of(
            ProductDocument.NAME, 8f,
            ProductDocument.KIND, 8f,
            ProductDocument.PRODUCER, 5f,
            ProductDocument.PLACE, 4f,
            ProductDocument.GRAPE, 4f,
            ProductDocument.VINTAGE, 4f,
            ProductDocument.STYLE, 3f);

    private static final float BEGINNING = 1 / 4f;
    private static final float ONE_TYPO = 1 / 16f;
    private static final float TWO_TYPOS = 1 / 32f;
    /** Share of the other fields that have the word too: enough to part equals, too little to lift a field over the next. */
    private static final float OTHER_FIELDS = 1 / 16f;

    private static final int UNFINISHED_FROM = 2;
    /** The word as it is written, and what it may be the beginning of. */
    Query asWritten() {
        return anyOf(waysAsWritten());
    }

    /** The word, what it may be the beginning of, and what it may be a misspelling of. */
    Query withTypos(IndexReader reader) throws IOException {
        List<Query> ways = waysAsWritten();
        Misspellings.of(form, reader).forEach((other, typos) -> {
            float share = typos == 1 ? ONE_TYPO : TWO_TYPOS;
            FIELDS.forEach(
                    (field, weight) -> ways.add(weighted(new TermQuery(new Term(field, other)), weight * share)));
        });
        return anyOf(ways);
    }

    /** Whether it reads like a vintage. */
    boolean isYear() {
        return form.matches("(19|20)\\d\\d");
    }

    static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private List<Query> waysAsWritten() {
        List<Query> ways = new ArrayList<>();
        FIELDS.forEach((field, weight) -> {
            ways.add(weighted(new TermQuery(term(field)), weight));
            if (unfinished && form.length() >= UNFINISHED_FROM) {
                ways.add(weighted(new PrefixQuery(term(field)), weight * BEGINNING));
            }
        });
        return ways;
    }

    private Term term(String field) {
        return new Term(field, form);
    }

    private static Query anyOf(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, OTHER_FIELDS);
    }
}
