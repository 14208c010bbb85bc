package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;

/**
 * A product that is like another.
 *
 * @param likeness the weights of what the two have in common, added up; more is more alike, and 0 is not at all
 */
public record Similar(Product product, double likeness) {}
