package com.saqsommelier.core.delivery;

/** How an attempt to tell somebody something ended. */
public enum Outcome {
    /** The channel accepted it. */
    SENT,
    /** It failed in a way that may pass. */
    RETRY,
    /** The person does not want to hear from us any more. */
    BLOCKED,
    /** The channel will never accept it. */
    FAILED
}
