package com.saqsommelier.simulator.saq;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the stand-in has for sale. It is asked from many threads and for each request anew, so that a catalogue may
 * change over time. Indexes have no gaps: where a product leaves, those behind it move up.
 */
public interface SaqCatalogue {

    /** How many products there are. */
    int size();

    /**
     * A product by its place in the sitemap.
     *
     * @param index 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException for any other
     */
    SaqProduct product(int index);

    /** A product by its SKU; an unknown one, or text that is no SKU, is absent. */
    Optional<SaqProduct> bySku(String sku);

    /** A product by the shop software's number. This default looks at every product. */
    default Optional<SaqProduct> byMagentoId(int magentoId) {
        return IntStream.range(0, size())
                .mapToObj(this::product)
                .filter(product -> product.magentoId() == magentoId)
                .findFirst();
    }

    /** The place of a product; absent for what the catalogue has not. This default looks at every product. */
    default OptionalInt indexOf(String sku) {
        return IntStream.range(0, size())
                .filter(index -> product(index).sku().equals(sku))
                .findFirst();
    }
}
