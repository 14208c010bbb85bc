package com.saqsommelier.backend.index;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.recommend.vector.EmbeddingFollower;
import com.saqsommelier.recommend.vector.EmbeddingModelName;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.recommend.vector.VectorStore;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vector store of this backend and the follower that keeps it current. */
record VectorFeed(Optional<VectorStore> store, Optional<EmbeddingFollower> follower) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorFeed.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    static VectorFeed open(Optional<VectorSettings> settings, Database database) {
        if (settings.isEmpty()) {
            return new VectorFeed(Optional.empty(), Optional.empty());
        }
        VectorStore store = VectorStore.open(settings.get(), database);
        Optional<EmbeddingModelName> other = store.otherModel();
        if (other.isPresent()) {
            LOG.warn(
                    "The stored vectors were made with {}, but the model in use is {}: the sommelier answers by facts and"
                            + " words. Set SOMMELIER_EMBEDDING_MODEL back, or run `sommelier embed --replace` and start"
                            + " again.",
                    other.get(),
                    store.embedder().model());
            store.close();
            return new VectorFeed(Optional.empty(), Optional.empty());
        }
        return new VectorFeed(
                Optional.of(store), Optional.of(EmbeddingFollower.start(new Products(database), store, BETWEEN_LOOKS)));
    }

    Optional<Vectors> vectors() {
        return store.map(it -> new Vectors(it.embedder(), it.index()));
    }

    @Override
    public void close() {
        follower.ifPresent(EmbeddingFollower::close);
        store.ifPresent(VectorStore::close);
    }
}
