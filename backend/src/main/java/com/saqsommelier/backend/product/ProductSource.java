package com.saqsommelier.backend.product;

import com.saqsommelier.backend.http.UnknownProductException;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.retrieve.Likeness;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.IndexFeed;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * One product, and those like it: from the database, which also knows the delisted ones and when a page was last read, and from the index
 * while the database does not answer.
 */
@Component
final class ProductSource {

    private static final Logger LOG = LoggerFactory.getLogger(ProductSource.class);

    private final Products products;
    private final CatalogueIndex index;
    private final IndexFeed feed;
    private final Likeness likeness;

    ProductSource(Products products, CatalogueIndex index, IndexFeed feed, Likeness likeness) {
        this.products = products;
        this.index = index;
        this.feed = feed;
        this.likeness = likeness;
    }

    /**
     * The product of a SKU.
     *
     * @throws UnknownProductException when there is none
     * @throws DataAccessException when neither the database answers nor the index has it
     */
    Product get(String sku) {
        if (!ProductReading.isSku(sku)) {
            throw new UnknownProductException(sku);
        }
        Optional<Product> indexed = databaseIsGone() ? index.find(sku) : Optional.empty();
        return indexed.or(() -> stored(sku)).orElseThrow(() -> new UnknownProductException(sku));
    }

    /** The products that are most like one; by facts alone while the database, where vectors are, does not answer. */
    List<Product> similar(Product product, int limit) {
        return databaseIsGone() ? likeness.byFacts(product, limit) : likeness.to(product, limit);
    }

    /** While the feed knows that, nobody need wait for the database to say so once more. */
    private boolean databaseIsGone() {
        return feed.state().problem().isPresent();
    }

    private Optional<Product> stored(String sku) {
        try {
            return products.find(sku);
        } catch (DataAccessException e) {
            LOG.debug("Product {} is answered from the index", sku, e);
            return Optional.of(index.find(sku).orElseThrow(() -> e));
        }
    }
}
