package com.saqsommelier.simulator.saq;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the stand-in has for sale. It is asked from many threads and for each request anew, so that a catalogue may
 * change over time; a product's index must stay the same while the simulator runs.
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
}
