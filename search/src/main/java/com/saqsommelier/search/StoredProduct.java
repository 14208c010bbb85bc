package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product inside its document, so that what an answer shows is in the same state as what it was found by, and can be
 * shown while the database does not answer. SAQ's description and image are left out: they are never shown, and would
 * double the size.
 */
final class StoredProduct {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredProduct() {}

    static BytesRef write(Product product) {
        return new BytesRef(JSON.writeValueAsBytes(withoutTexts(product)));
    }

    static Product read(BytesRef stored) {
        return JSON.readValue(stored.bytes, stored.offset, stored.length, Product.class);
    }

    private static Product withoutTexts(Product product) {
        ProductFacts facts = product.facts();
        return product.with(new ProductFacts(
                facts.label().withoutTexts(),
                facts.origin(),
                facts.composition(),
                facts.codes(),
                facts.offer(),
                facts.rating()));
    }
}
