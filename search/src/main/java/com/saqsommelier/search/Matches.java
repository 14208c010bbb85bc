package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import java.util.List;

/**
 * What was found.
 *
 * @param products the requested part, in order, as they were when they were indexed; without SAQ's description and image
 * @param total how many products match in all
 * @param interpretation how far this is from the words that were typed
 */
public record Matches(List<Product> products, long total, Interpretation interpretation) {

    /** The SKUs of the products, in order. */
    public List<String> skus() {
        return products.stream().map(Product::sku).toList();
    }
}
