package com.saqsommelier.recommend.vector;

import java.util.Arrays;

/**
 * Some hundred vectors, compared with a question all at once. The first numbers of all vectors lie side by side, then the
 * second ones, and so on: so the JVM multiplies eight vectors at a time, which it may not do along a vector, where sums of
 * floating-point numbers would change their order. The numbers have half precision (IEEE 754 binary16): half of the memory,
 * which is what the comparison waits for, and an error of some 0.0001 of a cosine. Guarded by the caller.
 */
final class VectorBlock {

    /** How many vectors there is place for. */
    static final int WIDTH = 256;

    private final short[] numbers;

    VectorBlock(int dimension) {
        numbers = new short[dimension * WIDTH];
    }

    void put(int column, float[] vector) {
        for (int row = 0; row < vector.length; row++) {
            numbers[row * WIDTH + column] = Float.floatToFloat16(vector[row]);
        }
    }

    /** Copies a vector of another block, or of this one, to a column of this one. */
    void put(int column, VectorBlock from, int fromColumn) {
        for (int at = 0; at < numbers.length; at += WIDTH) {
            numbers[at + column] = from.numbers[at + fromColumn];
        }
    }

    /** A copy of the vector of a column, as precise as it is kept. */
    float[] vector(int column) {
        float[] vector = new float[numbers.length / WIDTH];
        for (int row = 0; row < vector.length; row++) {
            vector[row] = Float.float16ToFloat(numbers[row * WIDTH + column]);
        }
        return vector;
    }

    /** Puts the product of each vector with a question into its column of {@code similarities}. */
    void compare(float[] question, float[] similarities) {
        Arrays.fill(similarities, 0);
        for (int row = 0; row < question.length; row++) {
            float factor = question[row];
            int begin = row * WIDTH;
            for (int column = 0; column < WIDTH; column++) {
                similarities[column] += factor * Float.float16ToFloat(numbers[begin + column]);
            }
        }
    }
}
