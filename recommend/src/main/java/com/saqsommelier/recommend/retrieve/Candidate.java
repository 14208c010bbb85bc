package com.saqsommelier.recommend.retrieve;

/**
 * A bottle that passed the filter, with what speaks for it. Scores are comparable within one answer only.
 *
 * @param score of the fused rankings, before diversity
 * @param facts how well its facts suit the wish
 * @param wordRank place among the products found by words, from 1; 0 when it is not among them
 * @param vectorRank place among the nearest vectors, from 1; 0 when it is not among them
 */
public record Candidate(String sku, double score, double facts, int wordRank, int vectorRank) {}
