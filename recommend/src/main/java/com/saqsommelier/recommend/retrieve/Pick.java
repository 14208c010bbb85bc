package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;

/**
 * A bottle with its reason.
 *
 * @param score by which it was ranked; comparable within one answer only
 */
public record Pick(ProductProfile profile, String reason, double score) {}
