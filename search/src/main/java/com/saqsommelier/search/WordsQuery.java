package com.saqsommelier.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a person's words ask of the index, from the strictest reading to the most lenient. The next reading is for when
 * the one before finds nothing: so a misspelling never stands among what was spelt right, and its cost is paid only when
 * it is needed.
 *
 * <p>{@code docs/search.md} explains the order that results.
 */
final class WordsQuery {

    /** More than all words together can count, so that a code comes first. */
    private static final float CODE = 1024f;

    /** Two neighbours that stand together in a field add this share of the field's weight. */
    private static final float TOGETHER = 1 / 4f;

    private static final float BEGINS_THE_NAME = 2f;
    private static final float IS_THE_NAME = 2f;

    /** Words beyond these add nothing but time. */
    private static final int MOST_WORDS = 16;

    /** Words that say nothing of a product; where others stand beside them, a product need not have them. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "an", "and", "au", "aux", "avec", "d", "de", "del", "della", "des", "di", "du", "e", "en", "et", "for",
            "from", "in", "l", "la", "le", "les", "of", "ou", "or", "pour", "the", "un", "une", "with", "y");

    private final IndexSearcher searcher;
    private final CatalogueAnalyzer analyzer;
    private final String text;
    private final List<TypedWord> typed;
    private final List<String> forms;
    private final List<Word> words;
    private final CodeInText code;

    WordsQuery(String query, CatalogueAnalyzer analyzer, IndexSearcher searcher) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        code = CodeInText.of(PlainText.of(query));
        text = code.words();
        typed = analyzer.typed(text).stream().limit(MOST_WORDS).toList();
        forms = typed.stream().map(TypedWord::form).toList();
        words = words(forms);
    }

    /** The product whose code stands among other words, where the catalogue has it; empty where it is not so. */
    Optional<Query> codeAmongWords() throws IOException {
        if (!code.alone()) {
            for (String digits : code.candidates()) {
                Query exact = coded(digits);
                if (searcher.count(exact) > 0) {
                    return Optional.of(exact);
                }
            }
        }
        return Optional.empty();
    }

    /** Products that have every word as it is written, or the code. */
    Query asWritten() {
        Query all = closer(words.stream().map(Word::asWritten).toList());
        return code.alone()
                ? new BooleanQuery.Builder()
                        .add(all, Occur.SHOULD)
                        .add(coded(code.candidates().getFirst()), Occur.SHOULD)
                        .build()
                : all;
    }

    /** Products that have every word, or what the vocabulary says that it means; empty where it says nothing of any. */
    Optional<Query> byMeaning() {
        return WordMeanings.of(text, analyzer).map(this::closer);
    }

    /** Products that have every word or one that it may be a misspelling of. */
    Query withTypos() throws IOException {
        return closer(lenient());
    }

    /**
     * Products that have every word that the catalogue knows, when there are others; empty where it knows all, none or only
     * words that say nothing.
     */
    Optional<Query> withoutUnknown() throws IOException {
        List<Query> known = new ArrayList<>();
        for (Word word : words) {
            Query lenient = word.withTypos(searcher.getIndexReader());
            if (!FUNCTION_WORDS.contains(word.form()) && searcher.count(lenient) > 0) {
                known.add(lenient);
            }
        }
        return known.isEmpty() || known.size() == words.size() ? Optional.empty() : Optional.of(closer(known));
    }

    /** The words that no product has, nor one that they may be a misspelling of, as they were typed. */
    List<String> unknown() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Word word : words) {
            if (searcher.count(word.withTypos(searcher.getIndexReader())) == 0) {
                unknown.add(typed(word.form()));
            }
        }
        return unknown;
    }

    /** The words of the query that count. */
    List<Word> words() {
        return words;
    }

    /** All words of the query, in their order. */
    List<TypedWord> typed() {
        return typed;
    }

    private String typed(String form) {
        return typed.stream()
                .filter(word -> word.form().equals(form))
                .map(TypedWord::typed)
                .findFirst()
                .orElse(form);
    }

    /** Products that have at least one word, where a rare one counts more than one that many products have. */
    Query some() throws IOException {
        List<Query> lenient = lenient();
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            some.add(new BoostQuery(lenient.get(i), rarity(words.get(i))), Occur.SHOULD);
        }
        addNeighbours(some);
        return some.build();
    }

    /** Whether the text has nothing to look for, being all punctuation. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    private List<Query> lenient() throws IOException {
        List<Query> lenient = new ArrayList<>();
        for (Word word : words) {
            lenient.add(word.withTypos(searcher.getIndexReader()));
        }
        return lenient;
    }

    /** Every word is needed; that they stand together, begin the name or are all of it brings a product up. */
    private Query closer(List<Query> needed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        needed.forEach(word -> all.add(word, Occur.MUST));
        addNeighbours(all);
        Term name = new Term(ProductDocument.NAME_FROM_START, String.join(" ", forms));
        all.add(Word.weighted(new PrefixQuery(name), BEGINS_THE_NAME), Occur.SHOULD);
        all.add(Word.weighted(new TermQuery(name), IS_THE_NAME), Occur.SHOULD);
        return all.build();
    }

    private void addNeighbours(BooleanQuery.Builder query) {
        for (int i = 1; i < forms.size(); i++) {
            query.add(together(forms.get(i - 1), forms.get(i)), Occur.SHOULD);
        }
    }

    private static Query together(String first, String second) {
        List<Query> fields = new ArrayList<>();
        Word.FIELDS.forEach(
                (field, weight) -> fields.add(Word.weighted(new PhraseQuery(field, first, second), weight * TOGETHER)));
        return new DisjunctionMaxQuery(fields, 0);
    }

    /**
     * 1 for a word that no product has, falling with the number of those that have it, in steps that add up exactly. A year
     * counts least however rare: who asks for one that is not there wants the wine of another year, not another wine.
     */
    private float rarity(Word word) throws IOException {
        if (word.isYear()) {
            return 1 / 16f;
        }
        double products = Math.max(1, searcher.getIndexReader().numDocs());
        double having = searcher.count(new Word(word.form(), false).asWritten());
        double rarity = Math.log((products + 1) / (having + 1)) / Math.log(products + 1);
        return Math.max(1, Math.round(16 * rarity)) / 16f;
    }

    private static List<Word> words(List<String> forms) {
        String last = forms.isEmpty() ? "" : forms.getLast();
        return telling(forms).stream()
                .map(form -> new Word(form, form.equals(last)))
                .toList();
    }

    /** Whether a word, such as an article, says nothing of a product. */
    static boolean saysNothing(String form) {
        return FUNCTION_WORDS.contains(form);
    }

    /** The words that say something of a product, each once; all where none does. */
    static List<String> telling(List<String> forms) {
        List<String> telling = forms.stream()
                .distinct()
                .filter(form -> !FUNCTION_WORDS.contains(form))
                .toList();
        return telling.isEmpty() ? forms.stream().distinct().toList() : telling;
    }

    private static Query coded(String digits) {
        return Word.weighted(new TermQuery(new Term(ProductDocument.CODE, ProductDocument.code(digits))), CODE);
    }
}
