package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A product before it has a SKU, codes and stock.
 *
 * @param country a key of countries.csv
 * @param tasting a key of tastings.csv, which may have nothing to say about it
 */
record Draft(
        Bilingual name,
        List<Category> categories,
        Map<Attribute, Bilingual> attributes,
        String country,
        String tasting,
        BigDecimal price) {}
