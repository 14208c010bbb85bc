package com.saqsommelier.bench;

import com.saqsommelier.recommend.vector.EmbeddingModelName;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.recommend.vector.VectorIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The exact search alone, which {@link EmbeddingBenchmark} measures with all that is around it: vectors of length 1 in any direction,
 * compared with questions of the same kind. Argument: how many vectors.
 */
final class VectorScan {

    private static final int DIMENSION = 384;
    private static final int QUESTIONS = 200;
    private static final int NEAREST = 10;
    private static final int WARM_UP = 3;

    private VectorScan() {}

    public static void main(String[] args) {
        int size = Integer.parseInt(args[0]);
        SplittableRandom random = new SplittableRandom(Questions.SEED);
        try (ExactVectorIndex index = new ExactVectorIndex(new EmbeddingModelName("random", DIMENSION))) {
            for (int i = 0; i < size; i++) {
                index.upsert(List.of(new VectorIndex.Entry(Integer.toString(i), "", direction(random))));
            }
            List<float[]> questions =
                    Stream.generate(() -> direction(random)).limit(QUESTIONS).toList();
            List<Duration> times = new ArrayList<>();
            for (int round = -WARM_UP; round < 1; round++) {
                times.clear();
                for (float[] question : questions) {
                    long begin = System.nanoTime();
                    index.nearest(question, NEAREST, Optional.empty());
                    times.add(Duration.ofNanos(System.nanoTime() - begin));
                }
            }
            EmbeddingBenchmark.print("exact search over " + size, times);
            EmbeddingBenchmark.print(
                    "as many products of two vectors, summed up by hand", EmbeddingBenchmark.byHand(questions, size));
        }
    }

    private static float[] direction(SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
