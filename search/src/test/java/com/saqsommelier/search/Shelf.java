package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An index with a few products, asked as short as a test likes to ask. */
final class Shelf implements AutoCloseable {

    static final int PAGE = 50;

    private final CatalogueIndex index = new CatalogueIndex();

    /** Products of which nothing is known but these names; their SKUs are 11, 12, 13 and so on. */
    static Shelf ofNames(String... names) {
        Shelf shelf = new Shelf();
        int sku = 11;
        for (String name : names) {
            shelf.put(aProductNamed(name).sku(Integer.toString(sku++)));
        }
        return shelf;
    }

    static Shelf of(SampleProduct... products) {
        return new Shelf().put(products);
    }

    Shelf put(SampleProduct... products) {
        index.update(Stream.of(products).map(SampleProduct::stored).toList());
        return this;
    }

    void delist(SampleProduct product) {
        index.update(List.of(product.stored(SampleProduct.READ_AT)));
    }

    CatalogueIndex index() {
        return index;
    }

    /** The SKUs that some words find, best first. */
    List<String> find(String words) {
        return index.search(CatalogueQuery.words(words, PAGE)).skus();
    }

    /** The SKUs that pass some filters, in SKU order. */
    List<String> passing(Filters filters) {
        return index.search(new CatalogueQuery(Optional.empty(), filters, Order.RELEVANCE, 0, PAGE)).skus().stream()
                .sorted()
                .toList();
    }

    /** All SKUs in an order. */
    List<String> sorted(Order order) {
        return index.search(new CatalogueQuery(Optional.empty(), Filters.NONE, order, 0, PAGE))
                .skus();
    }

    @Override
    public void close() {
        index.close();
    }
}
