package com.saqsommelier.recommend.vector;

/** Refuses vectors of a wrong length before they do harm. */
final class Dimensions {

    private Dimensions() {}

    static void check(EmbeddingModelName model, float[] vector) {
        if (vector.length != model.dimension()) {
            throw new IllegalArgumentException(
                    "A vector of " + vector.length + " numbers does not fit the model " + model + ".");
        }
    }
}
