package com.saqsommelier.recommend.vector;

/**
 * What vectors were made with. Vectors of different models cannot be compared.
 *
 * @param dimension how many numbers a vector has, 1 or more
 */
public record EmbeddingModelName(String name, int dimension) {

    @Override
    public String toString() {
        return name + " (" + dimension + " dimensions)";
    }
}
