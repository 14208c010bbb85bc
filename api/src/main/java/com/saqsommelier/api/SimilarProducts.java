package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Products that are like one.
 *
 * @param sku of the one
 * @param products the most alike first; never the one itself, nor another size or year of it
 */
@Schema(name = "SimilarProducts")
public record SimilarProducts(@Schema(example = "11036097") String sku, List<ProductView> products) {}
