package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.search.CatalogueQuery.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The catalogue in memory, ready to be searched. It holds the products that are not delisted and is rebuilt from the
 * database at every start. Safe for use by several threads; a search sees whole updates or none of one.
 */
public final class CatalogueIndex implements AutoCloseable {

    private final CatalogueAnalyzer analyzer = new CatalogueAnalyzer();
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** An empty index. */
    public CatalogueIndex() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over the present state of these products: new and changed ones are found from now on, delisted ones no more. */
    public void update(List<Product> products) {
        try {
            for (Product product : products) {
                Term id = ProductDocument.id(product.sku());
                if (product.delisted()) {
                    writer.deleteDocuments(id);
                } else {
                    writer.updateDocument(id, ProductDocument.of(product, analyzer, vocabulary));
                }
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many products there are. */
    public int size() {
        return withSearcher(searcher -> searcher.getIndexReader().numDocs());
    }

    /**
     * Finds products. Where words are given, all of them must be met as they are written; only when no product does, with
     * typos; only when none does so either, products that meet some are found instead.
     */
    public Matches search(CatalogueQuery query) {
        return withSearcher(searcher -> {
            if (query.words().isEmpty()) {
                return matches(searcher, query, MatchAllDocsQuery.INSTANCE);
            }
            WordsQuery words = new WordsQuery(query.words().get(), analyzer, searcher);
            if (words.isEmpty()) {
                return new Matches(List.of(), 0);
            }
            Matches found = matches(searcher, query, words.asWritten());
            if (found.total() == 0) {
                found = matches(searcher, query, words.withTypos());
            }
            return found.total() > 0 ? found : matches(searcher, query, words.some());
        });
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matches matches(IndexSearcher searcher, CatalogueQuery query, Query words) throws IOException {
        Query filtered = filtered(words, query.filters());
        int upTo = Math.clamp(
                (long) query.offset() + query.limit(),
                1,
                Math.max(1, searcher.getIndexReader().maxDoc()));
        TopDocs top = searcher.search(
                filtered, new TopFieldCollectorManager(sort(query.order()), upTo, null, Integer.MAX_VALUE));
        StoredFields stored = searcher.storedFields();
        List<String> skus = new ArrayList<>();
        for (int i = query.offset(); i < top.scoreDocs.length; i++) {
            Document document = stored.document(top.scoreDocs[i].doc);
            skus.add(document.get(ProductDocument.SKU));
        }
        return new Matches(List.copyOf(skus), top.totalHits.value());
    }

    private static Query filtered(Query words, Filters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        anyOf(query, ProductDocument.CATEGORY_IS, filters.categories());
        anyOf(query, ProductDocument.COLOR_IS, filters.colors());
        anyOf(query, ProductDocument.COUNTRY_IS, filters.countries());
        anyOf(query, ProductDocument.REGION_IS, filters.regions());
        anyOf(query, ProductDocument.GRAPE_IS, filters.grapes());
        anyOf(query, ProductDocument.PRODUCER_IS, filters.producer().stream().toList());
        filters.available()
                .ifPresent(available -> query.add(
                        new TermQuery(new Term(ProductDocument.AVAILABLE_IS, available.toString())), Occur.FILTER));
        if (filters.minPrice().isPresent() || filters.maxPrice().isPresent()) {
            long from = filters.minPrice().map(Cents::from).orElse(0L);
            long to = filters.maxPrice().map(Cents::upTo).orElse(Long.MAX_VALUE);
            query.add(LongPoint.newRangeQuery(ProductDocument.CENTS, from, to), Occur.FILTER);
        }
        return query.build();
    }

    private static void anyOf(BooleanQuery.Builder query, String field, List<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> keywords = values.stream()
                    .map(value -> new BytesRef(Keyword.of(value)))
                    .toList();
            query.add(new TermInSetQuery(field, keywords), Occur.FILTER);
        }
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

    private <T> T withSearcher(SearcherUse<T> use) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return use.apply(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface SearcherUse<T> {
        T apply(IndexSearcher searcher) throws IOException;
    }
}
