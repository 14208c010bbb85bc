package com.saqsommelier.api;

/**
 * A reason of an answer that is being written, checked and final.
 *
 * @param index of the bottle among the answer's products, from 0
 * @param reason in the language of the question
 */
public record RecommendationReason(int index, String reason) {}
