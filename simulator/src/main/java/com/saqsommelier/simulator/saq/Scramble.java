package com.saqsommelier.simulator.saq;

import java.math.BigInteger;

/**
 * A reversible shuffle of the numbers 0 to {@code modulus - 1}: numbers that look drawn by lot, that never repeat and
 * that lead back to where they came from without a table.
 */
record Scramble(long modulus, long factor, long offset, long inverse) {

    /** A shuffle that differs by seed. */
    static Scramble of(long modulus, long seed) {
        long factor = Math.floorMod(seed * 0x9E3779B97F4A7C15L, modulus / 2) + modulus / 3;
        BigInteger size = BigInteger.valueOf(modulus);
        while (!BigInteger.valueOf(factor).gcd(size).equals(BigInteger.ONE)) {
            factor++;
        }
        long inverse = BigInteger.valueOf(factor).modInverse(size).longValueExact();
        return new Scramble(modulus, factor, Math.floorMod(seed, modulus), inverse);
    }

    /** The image of a number below the modulus, which must be under three billion for the product to fit. */
    long apply(long number) {
        return (number * factor + offset) % modulus;
    }

    long invert(long image) {
        return Math.floorMod(image - offset, modulus) * inverse % modulus;
    }
}
