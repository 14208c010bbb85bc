package com.saqsommelier.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.saqsommelier.core.product.Product;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * Cache of products read from their documents, least recently used ones evicted: reading twenty takes longer than finding
 * them.
 *
 * <p>A document never changes: a product that does gets another document in another segment. So what is kept is right for
 * as long as its segment lives.
 */
final class ProductCache {

    /** Some 4 MB. */
    private static final int MOST_KEPT = 2_000;

    private record Place(IndexReader.CacheKey segment, int document) {}

    private final Cache<Place, Product> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** The product of a document of a searcher's. */
    Product at(int document, IndexSearcher searcher) throws IOException {
        LeafReaderContext segment = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        Place place = new Place(segment.reader().getCoreCacheHelper().getKey(), document - segment.docBase);
        Product product = kept.getIfPresent(place);
        if (product == null) {
            product = StoredProduct.read(
                    searcher.storedFields().document(document).getBinaryValue(ProductDocument.STORED));
            kept.put(place, product);
        }
        return product;
    }
}
