package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Chroma server. */
class ChromaVectorIndexTest extends VectorIndexKit {

    @TempDir
    static Path directory;

    private static @Nullable ChromaServer server;
    private static int collections;

    @BeforeAll
    static void start() throws IOException {
        server = ChromaServer.start(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static URI uri() {
        return Objects.requireNonNull(server).uri();
    }

    @Override
    VectorIndex empty() {
        return new ChromaVectorIndex(ChromaSettings.at(uri()), "kit-" + ++collections, MODEL);
    }

    @Test
    void a_collection_of_another_model_is_refused_with_what_to_do() {
        new ChromaVectorIndex(ChromaSettings.at(uri()), "taken", MODEL).close();

        assertThatThrownBy(() ->
                        new ChromaVectorIndex(ChromaSettings.at(uri()), "taken", new EmbeddingModelName("other", 8)))
                .isInstanceOf(ModelMismatchException.class)
                .hasMessageContaining("kit (8 dimensions)")
                .hasMessageContaining("other (8 dimensions)")
                .hasMessageContaining("embed --replace");
    }

    @Test
    void a_server_that_is_not_there_is_named_with_the_setting() {
        assertThatThrownBy(
                        () -> new ChromaVectorIndex(ChromaSettings.at(URI.create("http://localhost:1")), "kit", MODEL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("SOMMELIER_CHROMA_URL");
    }

    @Test
    void the_name_of_the_collection_tells_the_model() {
        assertThat(ChromaVectorIndex.collectionFor(new EmbeddingModelName("all-MiniLM-L6-v2-q", 384)))
                .isEqualTo("sommelier-all-minilm-l6-v2-q-384");
    }
}
