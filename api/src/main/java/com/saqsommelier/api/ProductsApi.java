package com.saqsommelier.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The catalogue over HTTP. A call that fails throws {@link ApiException} on the client's side. */
@HttpExchange("/api/v1/products")
public interface ProductsApi {

    /**
     * One page of the products that match, in a total order. Delisted products are never listed.
     *
     * @param query what to look for; a value out of range is answered with 400
     * @return a page, empty when nothing matches or when {@code query.page()} is beyond the last one
     */
    @GetExchange
    ProductPage list(ProductQuery query);

    /**
     * One product, also when it is delisted.
     *
     * @param sku SAQ's code, 2 to 8 digits
     * @return the product; an unknown one is answered with 404
     */
    @GetExchange("/{sku}")
    ProductView get(@PathVariable("sku") String sku);

    /**
     * The stores that have a product, by the last reading, in the order of their cities.
     *
     * @param sku SAQ's code, 2 to 8 digits
     * @return the stores, none where none has it or where that was never read; an unknown product is answered with 404
     */
    @GetExchange("/{sku}/stores")
    ProductStores stores(@PathVariable("sku") String sku);
}
