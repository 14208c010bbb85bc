package com.saqsommelier.core.recommendation;

/**
 * A bottle that was recommended.
 *
 * @param sku SAQ's code
 * @param score by which it was ranked; comparable within one answer only
 * @param reason as it was given
 */
public record TracedPick(String sku, double score, String reason) {}
