package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.search.CatalogueQuery.Filters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** One state of the index, and the answers it gives. */
final class Catalogue {

    /** So many products are handed over at once. */
    private static final int PART = 500;

    private final IndexSearcher searcher;
    private final CatalogueAnalyzer analyzer;
    private final ProductCache products;

    Catalogue(IndexSearcher searcher, CatalogueAnalyzer analyzer, ProductCache products) {
        this.searcher = searcher;
        this.products = products;
        this.analyzer = analyzer;
    }

    Optional<Product> find(String sku) throws IOException {
        TopDocs top = searcher.search(new TermQuery(ProductDocument.id(sku)), 1);
        return top.scoreDocs.length == 0 ? Optional.empty() : Optional.of(product(top.scoreDocs[0].doc));
    }

    Matches search(CatalogueQuery query) throws IOException {
        Found found = top(query);
        TopDocs top = found.top();
        List<Product> products = new ArrayList<>();
        for (int i = query.offset(); i < top.scoreDocs.length; i++) {
            products.add(product(top.scoreDocs[i].doc));
        }
        return new Matches(List.copyOf(products), top.totalHits.value(), interpretation(query, found));
    }

    private Interpretation interpretation(CatalogueQuery query, Found found) throws IOException {
        if (query.words().isEmpty() || !found.reading().lenient()) {
            return Interpretation.EXACT;
        }
        WordsQuery words = new WordsQuery(query.words().get(), analyzer, searcher);
        if (found.reading() == Reading.WITH_TYPOS) {
            return new Interpretation(
                    List.of(), new Correction(words, found.words(), searcher, analyzer).text(), false);
        }
        return new Interpretation(words.unknown(), Optional.empty(), found.reading() == Reading.SOME);
    }

    long export(CatalogueQuery query, Consumer<Product> each) throws IOException {
        TopDocs top = top(query).top();
        long total = top.totalHits.value();
        if (total <= query.limit()) {
            for (ScoreDoc one : top.scoreDocs) {
                each.accept(product(one.doc));
            }
        }
        return total;
    }

    void forEach(Consumer<List<Product>> part) throws IOException {
        MatchingDocuments all = new MatchingDocuments(searcher, MatchAllDocsQuery.INSTANCE);
        StoredFields stored = searcher.storedFields();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            List<Product> some = new ArrayList<>();
            DocIdSetIterator documents = new BitSetIterator(all.in(segment), 0);
            for (int document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                // Not through the kept ones, which would be pushed out.
                some.add(StoredProduct.read(
                        stored.document(segment.docBase + document).getBinaryValue(ProductDocument.STORED)));
                if (some.size() == PART) {
                    part.accept(List.copyOf(some));
                    some.clear();
                }
            }
            part.accept(List.copyOf(some));
        }
    }

    Facets facets(Optional<String> words, Filters filters) throws IOException {
        return FacetCounter.count(searcher, meaning(words), new Conditions(filters));
    }

    Optional<Product> random(Optional<String> words, Filters filters, RandomGenerator chance) throws IOException {
        MatchingDocuments matching = new MatchingDocuments(searcher, new Conditions(filters).all(meaning(words)));
        List<FixedBitSet> segments = new ArrayList<>();
        int total = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            FixedBitSet documents = matching.in(segment);
            segments.add(documents);
            total += documents.cardinality();
        }
        if (total == 0) {
            return Optional.empty();
        }
        int chosen = chance.nextInt(total);
        int segment = 0;
        while (chosen >= segments.get(segment).cardinality()) {
            chosen -= segments.get(segment).cardinality();
            segment++;
        }
        FixedBitSet documents = segments.get(segment);
        int document = documents.nextSetBit(0);
        for (int i = 0; i < chosen; i++) {
            document = documents.nextSetBit(document + 1);
        }
        return Optional.of(product(searcher.getIndexReader().leaves().get(segment).docBase + document));
    }

    List<Similar> similar(Product product, int limit) throws IOException {
        TopDocs top = top(SimilarQuery.to(product, analyzer), CatalogueQuery.Order.RELEVANCE, limit);
        List<Similar> similar = new ArrayList<>();
        for (ScoreDoc one : top.scoreDocs) {
            // The first by which relevance is ordered is the score.
            Object score = ((FieldDoc) one).fields[0];
            similar.add(new Similar(product(one.doc), ((Number) score).doubleValue()));
        }
        return List.copyOf(similar);
    }

    /** Which reading of the words is looked for: the first that any product meets, whatever the filters. */
    private Query meaning(Optional<String> words) throws IOException {
        for (Reading reading : readings(words)) {
            Optional<Query> query = query(reading, words);
            if (query.isPresent() && searcher.count(query.get()) > 0) {
                return query.get();
            }
        }
        return MatchNoDocsQuery.INSTANCE;
    }

    private Found top(CatalogueQuery query) throws IOException {
        Conditions conditions = new Conditions(query.filters());
        int limit = Math.clamp((long) query.offset() + query.limit(), 1, Integer.MAX_VALUE);
        Found found = new Found(
                top(MatchNoDocsQuery.INSTANCE, query.order(), limit), MatchNoDocsQuery.INSTANCE, Reading.SOME);
        for (Reading reading : readings(query.words())) {
            Optional<Query> words = query(reading, query.words());
            if (words.isPresent()) {
                found = new Found(top(conditions.all(words.get()), query.order(), limit), words.get(), reading);
                if (found.top().totalHits.value() > 0 || (!conditions.none() && searcher.count(words.get()) > 0)) {
                    break;
                }
            }
        }
        return found;
    }

    private TopDocs top(Query query, CatalogueQuery.Order order, int limit) throws IOException {
        int most = Math.clamp(limit, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
        return searcher.search(query, new TopFieldCollectorManager(sort(order), most, null, Integer.MAX_VALUE));
    }

    /** From the strictest to the most lenient; none for a text of punctuation alone. */
    private List<Reading> readings(Optional<String> text) {
        return text.isPresent() && new WordsQuery(text.get(), analyzer, searcher).isEmpty()
                ? List.of()
                : List.of(Reading.values());
    }

    /** The query of a reading of the words; empty where it is none of its own. */
    private Optional<Query> query(Reading reading, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            return Optional.of(MatchAllDocsQuery.INSTANCE);
        }
        WordsQuery words = new WordsQuery(text.get(), analyzer, searcher);
        return switch (reading) {
            case CODE -> words.codeAmongWords();
            case AS_WRITTEN -> Optional.of(words.asWritten());
            case BY_MEANING -> words.byMeaning();
            case WITH_TYPOS -> Optional.of(words.withTypos());
            case WITHOUT_UNKNOWN -> words.withoutUnknown();
            case SOME -> Optional.of(words.some());
        };
    }

    private Product product(int document) throws IOException {
        return products.at(document, searcher);
    }

    private static Sort sort(CatalogueQuery.Order order) {
        SortField bySku = new SortField(ProductDocument.BY_SKU, SortField.Type.LONG);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, descending(ProductDocument.BY_AVAILABLE), bySku);
            case CHANGED -> new Sort(descending(ProductDocument.BY_CHANGED), bySku);
            case FIRST_SEEN -> new Sort(descending(ProductDocument.BY_FIRST_SEEN), bySku);
            case PRICE_ASCENDING -> new Sort(ascending(ProductDocument.BY_CENTS), bySku);
            case PRICE_DESCENDING -> new Sort(descending(ProductDocument.BY_CENTS), bySku);
            case RATING -> new Sort(descending(ProductDocument.BY_RATING), bySku);
            case NAME -> new Sort(new SortField(ProductDocument.BY_NAME, SortField.Type.STRING), bySku);
        };
    }

    private static SortField ascending(String field) {
        return new SortField(field, SortField.Type.LONG, false, Long.MAX_VALUE);
    }

    private static SortField descending(String field) {
        return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
    }

    /**
     * The matches of one reading of the words.
     *
     * @param words what the reading looked for, without filters
     */
    private record Found(TopDocs top, Query words, Reading reading) {}
}
