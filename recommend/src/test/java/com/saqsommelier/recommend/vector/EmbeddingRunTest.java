package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.vector.EmbeddingRun.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real model. */
class EmbeddingRunTest {

    private static final Embedder EMBEDDER = OnnxEmbedder.bundled();

    private final ExactVectorIndex index = new ExactVectorIndex(EMBEDDER.model());
    private final List<Integer> progress = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void texts_that_mean_alike_are_near_each_other() {
        run(
                new ProductText("11", "Red wine. Style: full-bodied. Grapes: Malbec. From Mendoza, Argentina."),
                new ProductText(
                        "12", "White wine. Style: crisp, dry. Grapes: Sauvignon blanc. From Sancerre, France."));

        float[] question = EMBEDDER.embed(List.of("a bold red for steak")).getFirst();

        assertThat(index.nearest(question, 2, Optional.empty()).getFirst().sku())
                .isEqualTo("11");
    }

    @Test
    void only_what_is_new_or_changed_is_embedded_and_what_is_gone_is_forgotten() {
        assertThat(run(new ProductText("11", "Red wine."), new ProductText("12", "White wine.")))
                .isEqualTo(new Summary(2, 0, 0));
        assertThat(run(new ProductText("11", "Red wine."), new ProductText("12", "Sweet white wine.")))
                .isEqualTo(new Summary(1, 1, 0));
        assertThat(run(new ProductText("12", "Sweet white wine."))).isEqualTo(new Summary(0, 1, 1));
        assertThat(index.hashes()).containsOnlyKeys("12");
    }

    @Test
    void a_run_that_was_cut_off_goes_on_where_it_stopped() {
        List<ProductText> texts = IntStream.range(0, 130)
                .mapToObj(i -> new ProductText(Integer.toString(1_000 + i), "Wine number " + i))
                .toList();
        EmbeddingRun run = new EmbeddingRun(EMBEDDER, index);

        assertThatThrownBy(() -> run.run(texts, done -> {
                    throw new IllegalStateException("cut off after " + done);
                }))
                .hasMessage("cut off after 64");

        assertThat(run.run(texts, progress::add)).isEqualTo(new Summary(66, 64, 0));
        assertThat(progress).containsExactly(64, 66);
    }

    @Test
    void a_file_keeps_the_vectors_and_refuses_another_model() {
        run(new ProductText("11", "Red wine."));
        VectorFile file = new VectorFile(directory.resolve("deeper/vectors"));
        file.save(index);

        assertThat(file.load(EMBEDDER.model()).hashes()).isEqualTo(index.hashes());
        assertThat(new VectorFile(directory.resolve("none"))
                        .load(EMBEDDER.model())
                        .hashes())
                .isEmpty();
        assertThatThrownBy(() -> file.load(new EmbeddingModelName("other", 384)))
                .isInstanceOf(ModelMismatchException.class)
                .hasMessageContaining("all-MiniLM-L6-v2-q (384 dimensions)")
                .hasMessageContaining("sommelier embed");
    }

    @Test
    void an_index_of_another_model_is_refused() {
        VectorIndex other = new ExactVectorIndex(new EmbeddingModelName("other", 8));

        assertThatThrownBy(() -> new EmbeddingRun(EMBEDDER, other)).isInstanceOf(ModelMismatchException.class);
    }

    @Test
    void a_directory_without_a_model_is_refused_with_what_it_must_hold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxEmbedder.in(directory))
                .withMessageContaining("model.onnx and tokenizer.json");
    }

    private Summary run(ProductText... texts) {
        return new EmbeddingRun(EMBEDDER, index).run(List.of(texts), progress::add);
    }
}
