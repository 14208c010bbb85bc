package com.saqsommelier.recommend.retrieve;

/** The parts of the work on an answer, in their order. */
public enum Stage {
    /** From the question to an understanding. */
    INTERPRET,
    /** Which bottles pass the conditions, and how well their facts suit. */
    FILTER,
    /** The search by words. */
    WORDS,
    /** The question as a vector, and the nearest products. */
    VECTORS,
    /** Fused ranks and diversity. */
    CHOOSE,
    /** The reasons. */
    REASONS
}
