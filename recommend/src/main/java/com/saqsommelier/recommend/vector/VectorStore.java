package com.saqsommelier.recommend.vector;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.embedding.Embeddings;
import com.saqsommelier.core.embedding.VectorStores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The sentence model and the index that the settings name, and how far the index has followed the catalogue.
 *
 * @param name of the store in the table of stores
 */
public record VectorStore(String name, Embedder embedder, VectorIndex index, VectorStores stores)
        implements AutoCloseable {

    private static final String DATABASE = "database";

    /** How long Chroma is left alone after a failure. */
    private static final Duration REST = Duration.ofSeconds(30);

    /**
     * Opens it; neither the model is loaded nor a server asked before somebody needs them.
     *
     * @throws IllegalArgumentException when the settings name no sentence model
     */
    public static VectorStore open(VectorSettings settings, Database database) {
        Embedder embedder = settings.model()
                .map(model -> OnnxEmbedder.in(model, settings.files()))
                .orElseGet(() -> OnnxEmbedder.bundled(settings.files()));
        return of(embedder, settings.chroma(), database);
    }

    /** A store for the vectors of an embedder. */
    static VectorStore of(Embedder embedder, Optional<ChromaSettings> chroma, Database database) {
        EmbeddingModelName model = embedder.model();
        VectorStores stores = new VectorStores(database);
        if (chroma.isEmpty()) {
            return new VectorStore(DATABASE, embedder, new StoredVectorIndex(new Embeddings(database), model), stores);
        }
        String collection = ChromaVectorIndex.collectionFor(model);
        return new VectorStore(
                chroma.get().server() + "/" + collection,
                embedder,
                new CircuitBreakingVectorIndex(
                        model,
                        () -> new ChromaVectorIndex(chroma.get(), collection, model),
                        REST,
                        InstantSource.system()),
                stores);
    }

    /** The model by which the stored vectors were made, when it is not the one in use. */
    public Optional<EmbeddingModelName> otherModel() {
        return stores.find(name)
                .map(state -> new EmbeddingModelName(state.model(), state.dimension()))
                .filter(stored -> !stored.equals(embedder.model()));
    }

    /** The same store, embedding one text after the other on one core. */
    VectorStore oneAtATime() {
        Embedder eager = embedder;
        Embedder patient = new Embedder() {
            @Override
            public EmbeddingModelName model() {
                return eager.model();
            }

            @Override
            public List<float[]> embed(List<String> texts) {
                return texts.stream()
                        .map(text -> eager.embed(List.of(text)).getFirst())
                        .toList();
            }
        };
        return new VectorStore(name, patient, index, stores);
    }

    @Override
    public void close() {
        index.close();
    }
}
