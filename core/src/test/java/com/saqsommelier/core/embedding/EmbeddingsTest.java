package com.saqsommelier.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.embedding.VectorStores.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

    private static final String STORE = "database";

    private final Database database = TestDatabase.fresh();
    private final Embeddings embeddings = new Embeddings(database);
    private final VectorStores stores = new VectorStores(database);
    private final List<StoredVector> read = new ArrayList<>();
    private long seen;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_stored_is_read_again_and_then_only_what_changed() {
        StoredVector eleven = vector("11", "a", 0.25f, -1);
        StoredVector twelve = vector("12", "b", 1e-7f, 3);
        embeddings.store(List.of(eleven, twelve));
        readOn();
        assertThat(read).containsExactly(eleven, twelve);

        embeddings.store(List.of(vector("11", "c", 1, 1)));
        embeddings.remove(List.of("12", "99"));
        read.clear();
        readOn();
        assertThat(read).containsExactly(vector("11", "c", 1, 1), new StoredVector("12", "", Optional.empty()));
        assertThat(embeddings.hashes()).containsOnly(java.util.Map.entry("11", "c"));

        embeddings.removeAll();
        assertThat(embeddings.hashes()).isEmpty();
    }

    @Test
    void a_store_goes_on_where_it_stood_and_a_batch_that_fails_leaves_nothing() {
        assertThat(stores.find(STORE)).isEmpty();
        stores.begin(STORE, "MiniLM", 2);
        stores.begin(STORE, "another", 3);
        stores.advance(STORE, done -> {
            embeddings.store(List.of(vector("11", "a", 1, 0)));
            return done + 7;
        });
        assertThat(stores.find(STORE)).contains(new State("MiniLM", 2, 7));

        assertThatThrownBy(() -> stores.advance(STORE, done -> {
                    embeddings.store(List.of(vector("12", "b", 1, 0)));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(stores.find(STORE)).contains(new State("MiniLM", 2, 7));
        assertThat(embeddings.hashes()).containsOnlyKeys("11");

        stores.beginAgain(STORE, "another", 3);
        assertThat(stores.find(STORE)).contains(new State("another", 3, 0));
    }

    private void readOn() {
        int handed;
        do {
            handed = embeddings.changedAfter(seen, 1, (vector, revision) -> {
                read.add(vector);
                seen = revision;
            });
        } while (handed > 0);
    }

    private static StoredVector vector(String sku, String hash, float... numbers) {
        return new StoredVector(sku, hash, Optional.of(numbers));
    }
}
