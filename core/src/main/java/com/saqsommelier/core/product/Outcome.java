package com.saqsommelier.core.product;

/** What storing a reading did. */
public enum Outcome {
    /** The product was not known. */
    INSERTED,
    /** Something a reader can see changed. */
    UPDATED,
    /** The reading said nothing new, or was older than what is stored. */
    UNCHANGED
}
