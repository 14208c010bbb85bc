package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real model. */
class OnnxEmbedderTest {

    private static final Path FILES = Path.of("target", "models");
    private static final Embedder BUNDLED = OnnxEmbedder.bundled(FILES);

    @TempDir
    Path directory;

    @Test
    void texts_that_mean_alike_are_near_each_other() {
        List<float[]> vectors = BUNDLED.embed(List.of(
                "a bold red for steak",
                "Red wine. Style: full-bodied. Grapes: Malbec. From Mendoza, Argentina.",
                "White wine. Style: crisp, dry. Grapes: Sauvignon blanc. From Sancerre, France."));

        assertThat(VectorUtil.dotProduct(vectors.get(0), vectors.get(1)))
                .isGreaterThan(VectorUtil.dotProduct(vectors.get(0), vectors.get(2)));
        assertThat(vectors).allSatisfy(vector -> {
            assertThat(vector).hasSize(BUNDLED.model().dimension());
            assertThat((double) VectorUtil.dotProduct(vector, vector)).isCloseTo(1, within(1e-5));
        });
        assertThat(BUNDLED.embed(List.of())).isEmpty();
    }

    @Test
    void a_text_of_any_length_and_none_is_embedded() {
        assertThat(BUNDLED.embed(List.of("", "wine ".repeat(5_000), "🍷\u0000é")))
                .hasSize(3);
    }

    @Test
    void another_model_is_taken_from_a_directory() throws IOException {
        Path model = Files.createDirectories(directory.resolve("my-model"));
        copy("/all-minilm-l6-v2-q.onnx", model.resolve("model.onnx"));
        copy("/all-minilm-l6-v2-q-tokenizer.json", model.resolve("tokenizer.json"));

        OnnxEmbedder other = OnnxEmbedder.in(model, FILES);

        assertThat(other.model()).isEqualTo(new EmbeddingModelName("my-model", 384));
        assertThat(other.embed(List.of("a red")).getFirst())
                .isEqualTo(BUNDLED.embed(List.of("a red")).getFirst());
    }

    @Test
    void a_directory_without_a_model_is_refused_with_what_it_must_hold() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxEmbedder.in(directory, FILES))
                .withMessageContaining("model.onnx and tokenizer.json");

        Files.writeString(directory.resolve("model.onnx"), "no network");
        Files.writeString(directory.resolve("tokenizer.json"), "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxEmbedder.in(directory, FILES))
                .withMessageContaining("no sentence model")
                .withMessageContaining("input_ids");
    }

    @Test
    void the_model_is_unpacked_once_into_files_that_stay() throws IOException {
        Path files = directory.resolve("models");
        OnnxEmbedder.bundled(files).embed(List.of("a red"));
        Path network = files.resolve("all-MiniLM-L6-v2-q").resolve("model.onnx");
        FileTime written = Files.getLastModifiedTime(network);

        OnnxEmbedder.bundled(files).embed(List.of("a red"));
        assertThat(Files.getLastModifiedTime(network)).isEqualTo(written);

        // As a process leaves it that was killed while writing in place.
        Files.writeString(network, "half a network");
        assertThat(OnnxEmbedder.bundled(files).embed(List.of("a red")).getFirst())
                .isEqualTo(BUNDLED.embed(List.of("a red")).getFirst());
        assertThat(network.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_native_library_that_cannot_be_loaded_is_an_exception_and_not_tried_with_each_question() {
        AtomicInteger loads = new AtomicInteger();
        Embedder embedder = new OnnxEmbedder(BUNDLED.model(), () -> {
            loads.incrementAndGet();
            throw new UnsatisfiedLinkError("libonnxruntime.so: failed to map segment from shared object");
        });

        for (int question = 0; question < 3; question++) {
            assertThatThrownBy(() -> embedder.embed(List.of("a red"))).isInstanceOf(EmbedderUnavailableException.class);
        }
        assertThat(loads).hasValue(1);
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OnnxEmbedderTest.class.getResourceAsStream(resource))) {
            Files.copy(in, file);
        }
    }
}
