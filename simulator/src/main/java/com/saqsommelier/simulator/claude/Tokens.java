package com.saqsommelier.simulator.claude;

/** Counts tokens roughly: four characters are one. The genuine tokenizer is not public. */
final class Tokens {

    private Tokens() {}

    static int of(String text) {
        return (text.length() + 3) / 4;
    }
}
