package com.saqsommelier.recommend.retrieve;

/**
 * What may be loosened when nothing fits, in the order in which it is tried: each alone, then the first two, three and so
 * on. Kind, colour, exclusions and availability are never loosened.
 */
public enum Constraint {
    FEATURE,
    GRAPE,
    PLACE,
    PRICE,
    STORE
}
