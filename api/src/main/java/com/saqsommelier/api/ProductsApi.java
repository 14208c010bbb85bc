package com.saqsommelier.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The catalogue over HTTP. A call that fails throws {@link ApiException} on the client's side. */
@AccessControl(AccessControl.Level.CATALOGUE)
@HttpExchange("/api/v1/products")
public interface ProductsApi {

    /** How many similar products are given where the caller does not say. */
    int SIMILAR = 10;

    /**
     * One page of the products that match, in a total order. Delisted products are never listed.
     *
     * @param query what to look for; a value out of range is answered with 400
     * @return a page, empty when nothing matches or when {@code query.page()} is beyond the last one
     */
    @GetExchange
    ProductPage list(@Valid ProductQuery query);

    /**
     * Counts the products that match by what they could be filtered by.
     *
     * @param query words and filters; its order and page are not looked at and refused when they are set
     */
    @GetExchange("/facets")
    FacetsView facets(@Valid ProductQuery query);

    /**
     * One of the products that match, each as likely as the other.
     *
     * @param query words and filters; its order and page are not looked at and refused when they are set
     * @return a product; answered with 404 when none matches
     */
    @GetExchange("/random")
    ProductView random(@Valid ProductQuery query);

    /**
     * One product, also when it is delisted.
     *
     * @param sku SAQ's code, 2 to 8 digits
     * @return the product; an unknown one is answered with 404
     */
    @GetExchange("/{sku}")
    ProductView get(@PathVariable("sku") String sku);

    /**
     * Products that are like one, the most alike first; none of them is delisted.
     *
     * @param sku SAQ's code, 2 to 8 digits; of a delisted product too
     * @param limit how many at most, 1 to 50; null for 10
     * @return the products; an unknown one is answered with 404
     */
    @GetExchange("/{sku}/similar")
    SimilarProducts similar(
            @PathVariable("sku") String sku,
            @RequestParam(name = "limit", required = false)
                    @Min(value = 1, message = "a whole number from 1 to 50")
                    @Max(value = 50, message = "a whole number from 1 to 50")
                    @Nullable
                    Integer limit);

    /**
     * The stores that have a product, by the last reading, in the order of their cities.
     *
     * @param sku SAQ's code, 2 to 8 digits
     * @return the stores, none where none has it or where that was never read; an unknown product is answered with 404
     */
    @GetExchange("/{sku}/stores")
    ProductStores stores(@PathVariable("sku") String sku);
}
