package com.saqsommelier.search;

import com.saqsommelier.search.Facets.Region;
import com.saqsommelier.search.Facets.Value;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts values over one state of an index. For each segment it finds the documents that each filter lets pass, then
 * counts a facet over those that all filters but its own let pass.
 */
final class FacetCounter {

    private final Map<Facet, ValueTally> values = new EnumMap<>(Facet.class);
    private final PriceTally prices = new PriceTally();
    private long total;

    private FacetCounter() {
        for (Facet facet : Facet.values()) {
            if (facet != Facet.PRICE) {
                values.put(facet, new ValueTally(facet.counted()));
            }
        }
    }

    static Facets count(IndexSearcher searcher, Query words, Conditions conditions) throws IOException {
        FacetCounter counter = new FacetCounter();
        MatchingDocuments base = new MatchingDocuments(searcher, conditions.withoutFacets(words));
        Map<Facet, MatchingDocuments> filters = new EnumMap<>(Facet.class);
        for (Map.Entry<Facet, Query> filter : conditions.ofFacets().entrySet()) {
            filters.put(filter.getKey(), new MatchingDocuments(searcher, filter.getValue()));
        }
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Map<Facet, FixedBitSet> passing = new EnumMap<>(Facet.class);
            for (Map.Entry<Facet, MatchingDocuments> filter : filters.entrySet()) {
                passing.put(filter.getKey(), filter.getValue().in(segment));
            }
            counter.count(segment, base.in(segment), passing);
        }
        return counter.result();
    }

    private void count(LeafReaderContext segment, FixedBitSet base, Map<Facet, FixedBitSet> passing)
            throws IOException {
        FixedBitSet all = base.clone();
        passing.values().forEach(all::and);
        total += all.cardinality();
        for (Facet facet : Facet.values()) {
            FixedBitSet counted = all;
            if (passing.containsKey(facet)) {
                counted = base.clone();
                for (Map.Entry<Facet, FixedBitSet> other : passing.entrySet()) {
                    if (other.getKey() != facet) {
                        counted.and(other.getValue());
                    }
                }
            }
            if (facet == Facet.PRICE) {
                prices.add(segment, counted);
            } else {
                tally(facet).add(segment, counted);
            }
        }
    }

    private Facets result() {
        return new Facets(
                total,
                list(Facet.CATEGORY),
                list(Facet.COLOR),
                list(Facet.COUNTRY),
                tally(Facet.REGION).ranked().stream()
                        .map(one -> new Region(
                                one.value().text(),
                                one.count(),
                                one.value().country(),
                                one.value().parent()))
                        .toList(),
                list(Facet.GRAPE),
                list(Facet.TASTE),
                list(Facet.FEATURE),
                list(Facet.SIZE),
                prices.result());
    }

    private List<Value> list(Facet facet) {
        return tally(facet).ranked().stream()
                .map(one -> new Value(one.value().text(), one.count()))
                .toList();
    }

    private ValueTally tally(Facet facet) {
        ValueTally tally = values.get(facet);
        if (tally == null) {
            throw new IllegalArgumentException(facet + " has no values");
        }
        return tally;
    }
}
