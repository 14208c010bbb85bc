package com.saqsommelier.recommend.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts letters: quick, and alike for texts that are spelt alike. Fails on texts that hold {@code POISON}. */
final class LetterEmbedder implements Embedder {

    static final EmbeddingModelName MODEL = new EmbeddingModelName("letters", 26);

    final List<String> embedded = new ArrayList<>();

    @Override
    public EmbeddingModelName model() {
        return MODEL;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = texts.stream().map(LetterEmbedder::vector).toList();
        synchronized (embedded) {
            embedded.addAll(texts);
        }
        return vectors;
    }

    private static float[] vector(String text) {
        if (text.contains("POISON")) {
            throw new IllegalStateException("no vector for that");
        }
        float[] vector = new float[26];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .forEach(letter -> vector[letter - 'a']++);
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
