package com.saqsommelier.search;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** "Did you mean": the words of a query as the catalogue spells them, where the query was found with typos. */
final class Correction {

    private final WordsQuery words;
    private final Query found;
    private final IndexSearcher searcher;
    private final CatalogueAnalyzer analyzer;

    /**
     * A correction.
     *
     * @param found what the words with typos look for
     */
    Correction(WordsQuery words, Query found, IndexSearcher searcher, CatalogueAnalyzer analyzer) {
        this.words = words;
        this.found = found;
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /** The corrected text; empty where the catalogue's spelling of a word is not known for sure. */
    Optional<String> text() throws IOException {
        Map<String, String> spellings = new HashMap<>();
        for (Word word : words.words()) {
            if (count(word.asWritten()) == 0) {
                Optional<String> spelling = spelling(word.form());
                if (spelling.isEmpty()) {
                    return Optional.empty();
                }
                spellings.put(word.form(), spelling.get());
            }
        }
        return spellings.isEmpty()
                ? Optional.empty()
                : Optional.of(words.typed().stream()
                        .map(word -> spellings.getOrDefault(word.form(), word.typed()))
                        .collect(Collectors.joining(" ")));
    }

    /** The nearest word that products found so have: the one with the fewest typos, then the one that most of them have. */
    private Optional<String> spelling(String form) throws IOException {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (Map.Entry<String, Integer> other :
                Misspellings.of(form, searcher.getIndexReader()).entrySet()) {
            int having = count(any(other.getKey()));
            if (having > 0 && (other.getValue() < fewest || (other.getValue() == fewest && having > most))) {
                best = other.getKey();
                fewest = other.getValue();
                most = having;
            }
        }
        return best == null ? Optional.empty() : shown(best);
    }

    /** The word as a product that has it prints it. */
    private Optional<String> shown(String form) throws IOException {
        TopDocs one = searcher.search(both(any(form)), 1);
        if (one.scoreDocs.length == 0) {
            return Optional.empty();
        }
        Product product = StoredProduct.read(searcher.storedFields()
                .document(one.scoreDocs[0].doc, Set.of(ProductDocument.STORED))
                .getBinaryValue(ProductDocument.STORED));
        return texts(product)
                .flatMap(text -> analyzer.typed(text).stream())
                .filter(word -> word.form().equals(form))
                .map(word -> word.typed().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static Stream<String> texts(Product product) {
        ProductFacts facts = product.facts();
        return Stream.concat(
                Stream.of(
                                facts.label().name(),
                                facts.label().nameEn(),
                                facts.origin().producer(),
                                facts.origin().region(),
                                facts.origin().appellation(),
                                facts.origin().country(),
                                facts.origin().designation(),
                                facts.label().tasteTag(),
                                facts.composition().color())
                        .flatMap(Stream::ofNullable),
                Stream.concat(
                        facts.composition().grapes().stream().map(Grape::name),
                        Stream.of(
                                        facts.label().categories(),
                                        facts.composition().features())
                                .flatMap(List::stream)));
    }

    private int count(Query also) throws IOException {
        return searcher.count(both(also));
    }

    private Query both(Query also) {
        return new BooleanQuery.Builder()
                .add(found, Occur.FILTER)
                .add(also, Occur.FILTER)
                .build();
    }

    private static Query any(String form) {
        return new TermQuery(new Term(ProductDocument.ANY, form));
    }
}
