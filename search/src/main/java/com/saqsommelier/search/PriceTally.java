package com.saqsommelier.search;

import com.saqsommelier.search.Facets.Band;
import com.saqsommelier.search.Facets.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The range of some prices, and how many of them there are in each band. */
final class PriceTally {

    /** Where bands begin, in dollars: narrow where most bottles are, and always the same, so that lists can be compared. */
    private static final int[] BANDS = {0, 10, 15, 20, 25, 30, 40, 50, 75, 100, 200};

    private final long[] counts = new long[BANDS.length];
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;

    void add(LeafReaderContext segment, FixedBitSet documents) throws IOException {
        NumericDocValues cents = DocValues.getNumeric(segment.reader(), ProductDocument.BY_CENTS);
        DocIdSetIterator wanted = new BitSetIterator(documents, 0);
        for (int document = wanted.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = wanted.nextDoc()) {
            if (cents.advanceExact(document)) {
                add(cents.longValue());
            }
        }
    }

    Prices result() {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < BANDS.length; i++) {
            Optional<BigDecimal> to =
                    i + 1 < BANDS.length ? Optional.of(BigDecimal.valueOf(BANDS[i + 1])) : Optional.empty();
            bands.add(new Band(BigDecimal.valueOf(BANDS[i]), to, counts[i]));
        }
        boolean none = lowest > highest;
        return new Prices(
                none ? Optional.empty() : Optional.of(BigDecimal.valueOf(lowest, 2)),
                none ? Optional.empty() : Optional.of(BigDecimal.valueOf(highest, 2)),
                List.copyOf(bands));
    }

    private void add(long cents) {
        lowest = Math.min(lowest, cents);
        highest = Math.max(highest, cents);
        int band = BANDS.length - 1;
        while (band > 0 && cents < BANDS[band] * 100L) {
            band--;
        }
        counts[band]++;
    }
}
