package com.saqsommelier.recommend.vector;

import ai.onnxruntime.OrtException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sentence model that runs in this process. It is loaded when it is first needed, for it takes about 80 MB. Safe for use
 * by several threads.
 */
public final class OnnxEmbedder implements Embedder {

    private static final String BUNDLED = "all-MiniLM-L6-v2-q";
    private static final String RESOURCE = "/all-minilm-l6-v2-q";

    /** How long a model that could not be loaded is left alone. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbedder.class);

    private final EmbeddingModelName model;
    private final Callable<SentenceModel> load;
    private final CircuitBreaker breaker = OneFailure.breaker("sentence-model", REST, InstantSource.system());

    /** Guarded by this. */
    private @Nullable SentenceModel loaded;

    /** Guarded by this. */
    private boolean failed;

    OnnxEmbedder(EmbeddingModelName model, Callable<SentenceModel> load) {
        this.model = model;
        this.load = load;
    }

    /**
     * all-MiniLM-L6-v2, quantized, from the class path. It knows English only.
     *
     * @param files where the model and the native libraries that run it are unpacked, about 45 MB; made when it is missing
     */
    public static OnnxEmbedder bundled(Path files) {
        UnpackedResources unpacked = new UnpackedResources(files);
        return new OnnxEmbedder(new EmbeddingModelName(BUNDLED, 384), () -> bundled(unpacked));
    }

    /**
     * Another sentence model, with mean pooling.
     *
     * @param directory with {@code model.onnx} and {@code tokenizer.json}; its name is taken as that of the model
     * @param files where the native libraries that run it are unpacked
     * @throws IllegalArgumentException when one of them is missing or is no such model
     */
    public static OnnxEmbedder in(Path directory, Path files) {
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
            NativeLibraries.loadFrom(new UnpackedResources(files));
            // Its dimension is known only by what it answers.
            SentenceModel other = SentenceModel.load(network, tokenizer);
            int dimension = other.embed("wine").length;
            OnnxEmbedder embedder = new OnnxEmbedder(new EmbeddingModelName(name, dimension), () -> other);
            return embedder;
        } catch (OrtException | IOException | LinkageError | RuntimeException e) {
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
                loaded = breaker.executeSupplier(this::load);
            } catch (CallNotPermittedException e) {
                throw new EmbedderUnavailableException("The sentence model could not be loaded a moment ago.", e);
            }
        }
        return loaded;
    }

    private SentenceModel load() {
        try {
            return load.call();
            // A native library that is missing, or may not be executed, is an error and no exception.
        } catch (Exception | LinkageError e) {
            String message =
                    "The sentence model cannot be loaded (" + e + "). Usual causes: the data directory is on a file"
                            + " system that executes nothing (mount option noexec), or its disk is full.";
            if (!failed) {
                LOG.warn("{} The sommelier answers by facts and words until then.", message, e);
                failed = true;
            }
            throw new EmbedderUnavailableException(message, e);
        }
    }

    private static SentenceModel bundled(UnpackedResources files) throws IOException, OrtException {
        NativeLibraries.loadFrom(files);
        return SentenceModel.load(
                files.file(OnnxEmbedder.class, RESOURCE + ".onnx", BUNDLED + "/model.onnx"),
                files.file(OnnxEmbedder.class, RESOURCE + "-tokenizer.json", BUNDLED + "/tokenizer.json"));
    }
}
