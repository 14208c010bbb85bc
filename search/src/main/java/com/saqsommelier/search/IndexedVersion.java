package com.saqsommelier.search;

import com.saqsommelier.core.product.ProductVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Which state of a product an index holds.
 *
 * @param revision the number of its last change
 * @param changedAt when that was, in milliseconds since 1970
 */
record IndexedVersion(long revision, long changedAt) {

    /** Of each product, by SKU. */
    static Map<String, IndexedVersion> of(IndexSearcher searcher) throws IOException {
        Map<String, IndexedVersion> versions = new HashMap<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            add(segment.reader(), versions);
        }
        return versions;
    }

    boolean isOf(ProductVersion version) {
        return revision == version.revision()
                && changedAt == version.changedAt().toEpochMilli();
    }

    private static void add(LeafReader segment, Map<String, IndexedVersion> versions) throws IOException {
        Terms skus = segment.terms(ProductDocument.SKU);
        if (skus == null) {
            return;
        }
        // SKUs come in their order and values in that of the documents.
        long[] revisions = all(segment, ProductDocument.REVISION);
        long[] changes = all(segment, ProductDocument.BY_CHANGED);
        Bits live = segment.getLiveDocs();
        TermsEnum terms = skus.iterator();
        PostingsEnum documents = null;
        for (BytesRef sku = terms.next(); sku != null; sku = terms.next()) {
            documents = terms.postings(documents, PostingsEnum.NONE);
            for (int document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                if (live == null || live.get(document)) {
                    versions.put(sku.utf8ToString(), new IndexedVersion(revisions[document], changes[document]));
                }
            }
        }
    }

    private static long[] all(LeafReader segment, String field) throws IOException {
        long[] all = new long[segment.maxDoc()];
        NumericDocValues values = DocValues.getNumeric(segment, field);
        for (int document = values.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = values.nextDoc()) {
            all[document] = values.longValue();
        }
        return all;
    }
}
