package com.saqsommelier.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The documents that a query matches, as one set for each segment of an index. */
final class MatchingDocuments {

    private final Weight weight;

    MatchingDocuments(IndexSearcher searcher, Query query) throws IOException {
        weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Those of one segment that are not deleted; the set is the caller's own. */
    FixedBitSet in(LeafReaderContext segment) throws IOException {
        FixedBitSet documents = new FixedBitSet(segment.reader().maxDoc());
        Scorer scorer = weight.scorer(segment);
        if (scorer != null) {
            documents.or(scorer.iterator());
        }
        Bits live = segment.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(documents, 0);
        }
        return documents;
    }
}
