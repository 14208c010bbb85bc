package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductFacts;

/**
 * What a product page says.
 *
 * @param sku as the page states it, 2 to 8 digits
 */
public record ProductPage(String sku, ProductFacts facts) {}
