package com.saqsommelier.simulator.saq;

import java.util.OptionalInt;

/**
 * The SKU of each index and back, by arithmetic. As in the genuine catalogue, most have 8 digits and some 2 to 7: one
 * in twenty is short, and among these every fourth has 2 to 5 digits, every fourth 7, the others 6.
 */
final class SkuSequence {

    /** As many products as the scarcest length allows: 99,990 SKUs of 2 to 5 digits, one product in eighty. */
    static final int CAPACITY = 5_000_000;

    private static final int SHORT_EVERY = 20;

    private final Range upToFive;
    private final Range six;
    private final Range seven;
    private final Range eight;

    SkuSequence(long seed) {
        upToFive = new Range(10, Scramble.of(99_990, seed));
        six = new Range(100_000, Scramble.of(900_000, seed + 1));
        seven = new Range(1_000_000, Scramble.of(9_000_000, seed + 2));
        eight = new Range(10_000_000, Scramble.of(5_900_000, seed + 3));
    }

    String sku(int index) {
        int rank = index / SHORT_EVERY;
        if (index % SHORT_EVERY != SHORT_EVERY - 1) {
            return Long.toString(eight.number(index - rank));
        }
        return Long.toString(
                switch (rank % 4) {
                    case 0 -> upToFive.number(rank / 4);
                    case 1 -> seven.number(rank / 4);
                    default -> six.number(rank / 4 * 2 + rank % 2);
                });
    }

    /** The index of a SKU, which may be beyond the catalogue's size; absent when the text is no SKU of this sequence. */
    OptionalInt index(String sku) {
        if (sku.length() < 2
                || sku.length() > 8
                || sku.charAt(0) == '0'
                || !sku.chars().allMatch(SkuSequence::isDigit)) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(sku);
        long index = switch (sku.length()) {
            case 8 -> longIndex(eight.rank(number));
            case 7 -> shortIndex(seven.rank(number) * 4 + 1);
            case 6 -> sixDigits(six.rank(number));
            default -> shortIndex(upToFive.rank(number) * 4);
        };
        return index < 0 || index >= CAPACITY ? OptionalInt.empty() : OptionalInt.of((int) index);
    }

    private static long longIndex(long rank) {
        return rank + rank / (SHORT_EVERY - 1);
    }

    private static long shortIndex(long rank) {
        return rank * SHORT_EVERY + SHORT_EVERY - 1;
    }

    private static long sixDigits(long rank) {
        return shortIndex(rank / 2 * 4 + 2 + rank % 2);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private record Range(long first, Scramble scramble) {

        long number(long rank) {
            return first + scramble.apply(rank);
        }

        /** The rank of a number, or one so large that no catalogue reaches it when the number is outside. */
        long rank(long number) {
            return number - first < scramble.modulus() ? scramble.invert(number - first) : SkuSequence.CAPACITY;
        }
    }
}
