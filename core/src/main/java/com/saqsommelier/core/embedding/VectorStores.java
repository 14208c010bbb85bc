package com.saqsommelier.core.embedding;

import com.saqsommelier.core.database.Database;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each store of vectors has followed the catalogue. Safe for use by several threads and processes. */
public final class VectorStores {

    private final Database database;
    private final JdbcClient jdbc;

    /** The stores that a database knows. */
    public VectorStores(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /**
     * A store as it stands.
     *
     * @param model by which its vectors were made
     * @param dimension how many numbers a vector has
     * @param revision products up to it need not be looked at
     */
    public record State(String model, int dimension, long revision) {}

    /** A store; empty when nothing was ever stored in it. */
    public Optional<State> find(String store) {
        return jdbc.sql("SELECT model, dimension, revision FROM vector_stores WHERE store = ?")
                .param(store)
                .query(State.class)
                .optional();
    }

    /** Makes a store known, with nothing in it; one that is known stays as it is. */
    public void begin(String store, String model, int dimension) {
        jdbc.sql("INSERT INTO vector_stores (store, model, dimension) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(store, model, dimension)
                .update();
    }

    /** Gives a store another model and lets it begin with the first product again. */
    public void beginAgain(String store, String model, int dimension) {
        jdbc.sql("""
                        INSERT INTO vector_stores (store, model, dimension) VALUES (?, ?, ?)
                        ON CONFLICT (store) DO UPDATE SET model = excluded.model, dimension = excluded.dimension, revision = 0
                        """).params(store, model, dimension).update();
    }

    /**
     * Goes on by a batch, in one transaction. Whoever does the same elsewhere waits until it is over.
     *
     * @param store one that was begun
     * @param batch is given the revision up to which all is done, and returns the new one
     */
    public void advance(String store, LongUnaryOperator batch) {
        database.inTransaction(() -> {
            long done = jdbc.sql("SELECT revision FROM vector_stores WHERE store = ? FOR UPDATE")
                    .param(store)
                    .query(Long.class)
                    .single();
            return jdbc.sql("UPDATE vector_stores SET revision = ? WHERE store = ?")
                    .params(batch.applyAsLong(done), store)
                    .update();
        });
    }
}
