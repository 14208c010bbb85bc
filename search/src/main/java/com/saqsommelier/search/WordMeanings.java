package com.saqsommelier.search;

import com.saqsommelier.vocabulary.PhraseBook;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Synonyms of the vocabulary in a query: {@code broue} is beer, {@code petnat} is sparkling wine. A phrase is met by what
 * has its words, or by what the vocabulary says that it means.
 */
final class WordMeanings {

    private static final Set<Theme> WHAT_IT_IS = EnumSet.of(Theme.KIND, Theme.COLOUR, Theme.FEATURE);

    /** The themes that say what a product is and where it is from. Dishes and styles are for the sommelier. */
    private static final Set<Theme> OF_PRODUCTS =
            EnumSet.of(Theme.KIND, Theme.COLOUR, Theme.FEATURE, Theme.COUNTRY, Theme.REGION, Theme.GRAPE);

    private final CatalogueAnalyzer analyzer;
    private final List<Query> needed = new ArrayList<>();
    private boolean found;

    private WordMeanings(CatalogueAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** One query for each word or phrase, all of which are to be met; empty where the vocabulary has none of the words. */
    static Optional<List<Query>> of(String text, CatalogueAnalyzer analyzer) {
        WordMeanings meanings = new WordMeanings(analyzer);
        meanings.read(Words.of(text));
        return meanings.found ? Optional.of(List.copyOf(meanings.needed)) : Optional.empty();
    }

    private void read(List<String> words) {
        for (int from = 0; from < words.size(); ) {
            Optional<PhraseBook.Found> phrase = WineVocabulary.bundled()
                    .phrases()
                    .longestAt(words, from)
                    .filter(one -> OF_PRODUCTS.contains(one.term().theme()));
            int length = phrase.map(PhraseBook.Found::length).orElse(1);
            List<String> span = words.subList(from, from + length);
            if (phrase.isPresent()) {
                found = true;
                needed.add(either(written(span), phrase.get().term()));
            } else if (!WordsQuery.saysNothing(span.getFirst())) {
                needed.addAll(written(span));
            }
            from += length;
        }
    }

    private List<Query> written(List<String> words) {
        return WordsQuery.telling(analyzer.words(String.join(" ", words))).stream()
                .map(form -> new Word(form, false).asWritten())
                .toList();
    }

    private Query either(List<Query> written, Term term) {
        List<Query> ways = new ArrayList<>();
        if (!written.isEmpty()) {
            ways.add(all(written));
        }
        Stream.concat(
                        Stream.of(term.french(), term.english()),
                        WineVocabulary.bundled().categories(term).stream().sorted())
                .map(analyzer::words)
                .distinct()
                .filter(forms -> !forms.isEmpty())
                .forEach(forms -> ways.add(named(forms, term.theme())));
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** A kind is what a product is filed under; a grape or a place may stand in its name too. */
    private static Query named(List<String> forms, Theme theme) {
        return WHAT_IT_IS.contains(theme)
                ? Word.weighted(
                        all(forms.stream()
                                .<Query>map(form ->
                                        new TermQuery(new org.apache.lucene.index.Term(ProductDocument.KIND, form)))
                                .toList()),
                        Word.FIELDS.getOrDefault(ProductDocument.KIND, 1f))
                : all(forms.stream()
                        .map(form -> new Word(form, false).asWritten())
                        .toList());
    }

    private static Query all(List<Query> queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(one -> all.add(one, Occur.MUST));
        return all.build();
    }
}
