package com.saqsommelier.recommend.vector;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sentence model that runs in this process. Safe for use by several threads. */
public final class OnnxEmbedder implements Embedder {

    private final EmbeddingModel onnx;
    private final EmbeddingModelName model;

    private OnnxEmbedder(EmbeddingModel onnx, EmbeddingModelName model) {
        this.onnx = onnx;
        this.model = model;
    }

    /** all-MiniLM-L6-v2, quantized, from the class path. It knows English only. */
    public static OnnxEmbedder bundled() {
        return new OnnxEmbedder(
                new AllMiniLmL6V2QuantizedEmbeddingModel(), new EmbeddingModelName("all-MiniLM-L6-v2-q", 384));
    }

    /**
     * Another sentence model, with mean pooling.
     *
     * @param directory with {@code model.onnx} and {@code tokenizer.json}; its name is taken as that of the model
     * @throws IllegalArgumentException when one of them is missing
     */
    public static OnnxEmbedder in(Path directory) {
        Path network = directory.resolve("model.onnx");
        Path tokenizer = directory.resolve("tokenizer.json");
        for (Path file : List.of(network, tokenizer)) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("There is no " + file
                        + ". Please name a directory that holds model.onnx and tokenizer.json of a sentence model.");
            }
        }
        EmbeddingModel onnx = new OnnxEmbeddingModel(network, tokenizer, PoolingMode.MEAN);
        String name = directory.toAbsolutePath().normalize().getFileName().toString();
        return new OnnxEmbedder(onnx, new EmbeddingModelName(name, onnx.dimension()));
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        return onnx.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(Embedding::vector)
                .map(OnnxEmbedder::ofLengthOne)
                .toList();
    }

    private static float[] ofLengthOne(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        float length = (float) Math.sqrt(squares);
        float[] scaled = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            scaled[i] = length == 0 ? 0 : vector[i] / length;
        }
        return scaled;
    }
}
