package com.saqsommelier.search;

import com.saqsommelier.search.CatalogueQuery.Filters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as queries, those of each facet on their own, so that a facet can be counted without them. */
final class Conditions {

    private final Map<Facet, Query> ofFacets = new EnumMap<>(Facet.class);
    private final List<Query> others = new ArrayList<>();

    Conditions(Filters filters) {
        for (Facet facet : Facet.values()) {
            List<String> wanted = facet.wanted(filters);
            if (!wanted.isEmpty()) {
                ofFacets.put(facet, anyOf(facet.field(), wanted));
            }
        }
        if (filters.minPrice().isPresent() || filters.maxPrice().isPresent()) {
            long from = filters.minPrice().map(Cents::from).orElse(0L);
            long to = filters.maxPrice().map(Cents::upTo).orElse(Long.MAX_VALUE);
            ofFacets.put(Facet.PRICE, LongPoint.newRangeQuery(ProductDocument.CENTS, from, to));
        }
        if (filters.minSize().isPresent() || filters.maxSize().isPresent()) {
            ofFacets.put(
                    Facet.SIZE,
                    LongPoint.newRangeQuery(
                            ProductDocument.SIZE,
                            filters.minSize().orElse(0),
                            filters.maxSize().orElse(Integer.MAX_VALUE)));
        }
        filters.producer().ifPresent(producer -> others.add(anyOf(ProductDocument.PRODUCER_IS, List.of(producer))));
        filters.available()
                .ifPresent(available ->
                        others.add(new TermQuery(new Term(ProductDocument.AVAILABLE_IS, available.toString()))));
        if (!filters.stores().isEmpty()) {
            others.add(anyOf(ProductDocument.STORE_IS, filters.stores()));
        }
    }

    boolean none() {
        return ofFacets.isEmpty() && others.isEmpty();
    }

    /** The conditions of facets, each on its own. */
    Map<Facet, Query> ofFacets() {
        return ofFacets;
    }

    /** What meets a query and all conditions. */
    Query all(Query query) {
        BooleanQuery.Builder all = builder(query);
        ofFacets.values().forEach(one -> all.add(one, Occur.FILTER));
        return all.build();
    }

    /** What meets a query and the conditions that are of no facet. */
    Query withoutFacets(Query query) {
        return builder(query).build();
    }

    private BooleanQuery.Builder builder(Query query) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder().add(query, Occur.MUST);
        others.forEach(one -> builder.add(one, Occur.FILTER));
        return builder;
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(
                field,
                values.stream().map(value -> new BytesRef(Keyword.of(value))).toList());
    }
}
