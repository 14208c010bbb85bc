package com.saqsommelier.search;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** How many documents have each value of a field. */
final class ValueTally {

    /** A value and how many documents have it. */
    record Counted(FacetValue value, long count) {}

    private static final Comparator<Counted> MOST_FREQUENT_FIRST = comparingLong(Counted::count)
            .reversed()
            .thenComparing(one -> one.value().key())
            .thenComparing(one -> one.value().write());

    private final String field;

    /** By spelling; several spellings can have one key. */
    private final Map<FacetValue, Long> counts = new HashMap<>();

    ValueTally(String field) {
        this.field = field;
    }

    void add(LeafReaderContext segment, FixedBitSet documents) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), field);
        int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
        DocIdSetIterator wanted = new BitSetIterator(documents, 0);
        for (int document = wanted.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = wanted.nextDoc()) {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    byOrdinal[Math.toIntExact(values.nextOrd())]++;
                }
            }
        }
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(FacetValue.read(values.lookupOrd(ordinal)), (long) byOrdinal[ordinal], Long::sum);
            }
        }
    }

    /** One line for each key in its most frequent spelling, the most frequent key first. */
    List<Counted> ranked() {
        Map<String, Counted> byKey = new HashMap<>();
        counts.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(MOST_FREQUENT_FIRST)
                .forEach(one -> byKey.merge(
                        one.value().key(),
                        one,
                        (most, less) -> new Counted(most.value(), most.count() + less.count())));
        return byKey.values().stream().sorted(MOST_FREQUENT_FIRST).toList();
    }
}
