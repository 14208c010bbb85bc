package com.saqsommelier.recommend.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.retrieve.AnswerLevel;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.recommend.vector.ChromaServer;
import com.saqsommelier.recommend.vector.ChromaSettings;
import com.saqsommelier.recommend.vector.ChromaVectorIndex;
import com.saqsommelier.recommend.vector.CircuitBreakingVectorIndex;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with Claude and a real ChromaDB, of which one, the other and both stop in the middle. */
class ChromaAndClaudeGoneTest {

    private static final Embedder EMBEDDER = OnnxEmbedder.bundled(Path.of("target", "models"));
    private static final String QUESTION = "un rouge corsé à moins de 90 $";

    @TempDir
    Path directory;

    private ChromaServer chroma;
    private ClaudeFixture cellar;

    @BeforeEach
    void start() throws IOException {
        chroma = ChromaServer.start(directory);
        VectorIndex index = new CircuitBreakingVectorIndex(
                EMBEDDER.model(),
                () -> new ChromaVectorIndex(ChromaSettings.at(chroma.uri()), "both", EMBEDDER.model()),
                Duration.ofMinutes(1),
                InstantSource.system());
        List<Product> bottles = ClaudeFixture.bottles();
        index.upsert(bottles.stream().map(ChromaAndClaudeGoneTest::entry).toList());
        cellar = new ClaudeFixture(UnaryOperator.identity(), Optional.of(new Vectors(EMBEDDER, index)), bottles);
        assertThat(cellar.ask(QUESTION).grace()).isEqualTo(AnswerLevel.CLAUDE_AND_VECTORS);
    }

    @AfterEach
    void stop() {
        if (cellar != null) {
            cellar.close();
        }
        if (chroma != null) {
            chroma.close();
        }
    }

    @Test
    void chroma_first_then_claude() {
        chroma.close();
        assertAnswer(cellar.follow("plus léger"), AnswerLevel.CLAUDE_AND_WORDS);

        cellar.claude.close();
        assertAnswer(cellar.follow("plutôt un blanc"), AnswerLevel.OFFLINE_AND_WORDS);
    }

    @Test
    void claude_first_then_chroma() {
        cellar.claude.close();
        assertAnswer(cellar.follow("plus léger"), AnswerLevel.OFFLINE_AND_VECTORS);

        chroma.close();
        assertAnswer(cellar.follow("plutôt un blanc"), AnswerLevel.OFFLINE_AND_WORDS);
    }

    @Test
    void both_at_once() {
        chroma.close();
        cellar.claude.close();

        assertAnswer(cellar.follow("plus léger"), AnswerLevel.OFFLINE_AND_WORDS);
        assertAnswer(cellar.follow("plutôt un blanc"), AnswerLevel.OFFLINE_AND_WORDS);
    }

    private static void assertAnswer(Recommendation answer, AnswerLevel step) {
        assertThat(answer.grace()).isEqualTo(step);
        assertThat(answer.picks())
                .isNotEmpty()
                .allSatisfy(pick -> assertThat(pick.reason()).isNotBlank());
        assertThat(answer.message()).doesNotContainIgnoringCase("chroma").doesNotContainIgnoringCase("claude");
    }

    private static VectorIndex.Entry entry(Product product) {
        ProductText text = ProductText.of(new Profiler().profile(product));
        return new VectorIndex.Entry(
                product.sku(), "hash", EMBEDDER.embed(List.of(text.text())).getFirst());
    }
}
