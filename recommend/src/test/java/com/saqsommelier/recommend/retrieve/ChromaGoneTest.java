package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.vector.ChromaServer;
import com.saqsommelier.recommend.vector.ChromaSettings;
import com.saqsommelier.recommend.vector.ChromaVectorIndex;
import com.saqsommelier.recommend.vector.CircuitBreakingVectorIndex;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ChromaDB that stops in the middle of a conversation. */
class ChromaGoneTest {

    private static final Embedder EMBEDDER = OnnxEmbedder.bundled(Path.of("target", "models"));

    private final Product malbec = red("11", "Malbec", "Argentine", "Mendoza").stored();
    private final Product gamay = red("12", "Gamay", "France", "Beaujolais").stored();
    private Conversation conversation = Conversation.NEW;

    @TempDir
    Path directory;

    @Test
    void a_conversation_goes_on_by_words_and_the_answer_says_on_which_step() throws IOException {
        ChromaServer server = ChromaServer.start(directory);
        VectorIndex index = new CircuitBreakingVectorIndex(
                EMBEDDER.model(),
                () -> new ChromaVectorIndex(ChromaSettings.at(server.uri()), "gone", EMBEDDER.model()),
                Duration.ofMinutes(1),
                InstantSource.system());
        index.upsert(List.of(entry(malbec), entry(gamay)));
        try (CatalogueFixture cellar =
                CatalogueFixture.of(Optional.of(new Vectors(EMBEDDER, index)), List.of(malbec, gamay))) {
            assertThat(ask(cellar, "un rouge corsé").grace()).isEqualTo(AnswerLevel.OFFLINE_AND_VECTORS);

            server.close();
            for (String followUp : List.of("plus léger", "moins cher")) {
                Recommendation answer = ask(cellar, followUp);

                assertThat(answer.grace()).as(followUp).isEqualTo(AnswerLevel.OFFLINE_AND_WORDS);
                assertThat(answer.picks()).as(followUp).isNotEmpty();
                assertThat(answer.message()).as(followUp).doesNotContain("Chroma");
            }
        }
    }

    private Recommendation ask(CatalogueFixture cellar, String text) {
        Recommendation answer =
                cellar.ask(new Request(new Question("tg:1", text, Language.FRENCH, conversation), Set.of()));
        // The two bottles may be suggested again: what is asked here is whether there is an answer at all.
        conversation = conversation.and(new Turn(text, answer.understanding(), List.of()));
        return answer;
    }

    private static VectorIndex.Entry entry(Product product) {
        ProductText text = ProductText.of(new Profiler().profile(product));
        return new VectorIndex.Entry(
                product.sku(), "hash", EMBEDDER.embed(List.of(text.text())).getFirst());
    }
}
