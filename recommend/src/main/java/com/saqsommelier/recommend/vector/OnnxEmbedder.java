package com.saqsommelier.recommend.vector;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A sentence model that runs in this process. It is loaded when it is first needed, for it takes about 80 MB. Safe for use
 * by several threads.
 */
public final class OnnxEmbedder implements Embedder {

    private static final String BUNDLED = "/all-minilm-l6-v2-q";
    private static final String NETWORK = ".onnx";
    private static final String TOKENIZER = "-tokenizer.json";

    private final EmbeddingModelName model;
    private final Callable<SentenceModel> load;

    /** Guarded by this. */
    private @Nullable SentenceModel loaded;

    private OnnxEmbedder(EmbeddingModelName model, Callable<SentenceModel> load) {
        this.model = model;
        this.load = load;
    }

    /** all-MiniLM-L6-v2, quantized, from the class path. It knows English only. */
    public static OnnxEmbedder bundled() {
        return new OnnxEmbedder(new EmbeddingModelName("all-MiniLM-L6-v2-q", 384), OnnxEmbedder::unpacked);
    }

    /**
     * Another sentence model, with mean pooling.
     *
     * @param directory with {@code model.onnx} and {@code tokenizer.json}; its name is taken as that of the model
     * @throws IllegalArgumentException when one of them is missing or is no such model
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
        String name = directory.toAbsolutePath().normalize().getFileName().toString();
        try {
            // Its dimension is known only by what it answers.
            SentenceModel other = SentenceModel.load(network, tokenizer);
            int dimension = other.embed("wine").length;
            OnnxEmbedder embedder = new OnnxEmbedder(new EmbeddingModelName(name, dimension), () -> other);
            return embedder;
        } catch (OrtException | IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    directory + " holds no sentence model that can be run (" + e.getMessage()
                            + "). It takes the ONNX export of a BERT-like model with the inputs input_ids and"
                            + " attention_mask, and its tokenizer.json.",
                    e);
        }
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
        SentenceModel sentences = loaded();
        if (texts.size() == 1) {
            return List.of(embed(sentences, texts.getFirst()));
        }
        // One text a core at a time: long and short texts in one batch would all cost as much as the longest.
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<float[]>> vectors = texts.stream()
                    .map(text -> cores.submit(() -> embed(sentences, text)))
                    .toList();
            return vectors.stream().map(OnnxEmbedder::result).toList();
        }
    }

    private static float[] result(Future<float[]> vector) {
        try {
            return vector.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while embedding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static float[] embed(SentenceModel sentences, String text) {
        try {
            return sentences.embed(text);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model fails on: " + text, e);
        }
    }

    private synchronized SentenceModel loaded() {
        if (loaded == null) {
            try {
                loaded = load.call();
            } catch (Exception e) {
                throw new IllegalStateException("The sentence model cannot be loaded: " + e.getMessage(), e);
            }
        }
        return loaded;
    }

    /** The runtime reads a file without a copy of it on Java's heap. */
    private static SentenceModel unpacked() throws IOException, OrtException {
        Path directory = Files.createTempDirectory("sommelier-model");
        Path network = directory.resolve("model" + NETWORK);
        Path tokenizer = directory.resolve("tokenizer.json");
        try {
            copy(BUNDLED + NETWORK, network);
            copy(BUNDLED + TOKENIZER, tokenizer);
            return SentenceModel.load(network, tokenizer);
        } finally {
            for (Path file : List.of(network, tokenizer, directory)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(String resource, Path file) {
        try (InputStream in = Objects.requireNonNull(OnnxEmbedder.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
