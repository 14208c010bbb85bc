package com.saqsommelier.recommend.eval.wish;

import java.util.regex.Pattern;

/**
 * A saying that needs care.
 *
 * @param bottles whether there may be any
 * @param must what the bottles must be, if there are any
 * @param message what the words of the answer must match
 */
public record DelicateSaying(String id, String says, Bottles bottles, Must must, Pattern message) {

    /** Whether an answer holds bottles. */
    public enum Bottles {
        NONE,
        SOME,
        /** With bottles or without. */
        MAYBE
    }
}
