package com.saqsommelier.core.embedding;

import com.saqsommelier.core.database.Database;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored vectors. Safe for use by several threads and processes.
 *
 * <p>Who writes does so within {@link VectorStores#advance}, one at a time, so that revisions become visible in order.
 */
public final class Embeddings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    /** The vectors of a database. */
    public Embeddings(Database database) {
        jdbc = database.jdbc();
        batches = new JdbcTemplate(database.dataSource());
    }

    /** Stores vectors in place of those that the products had. */
    public void store(List<StoredVector> vectors) {
        batches.batchUpdate(
                """
                INSERT INTO embeddings (sku, hash, vector, revision) VALUES (?, ?, ?, nextval('embedding_revision'))
                ON CONFLICT (sku) DO UPDATE SET hash = excluded.hash, vector = excluded.vector,
                    revision = excluded.revision, written_at = now()
                """,
                vectors.stream()
                        .map(it -> new Object[] {
                            it.sku(), it.hash(), bytes(it.vector().orElseThrow())
                        })
                        .toList());
    }

    /** Forgets the vectors of products. */
    public void remove(Collection<String> skus) {
        jdbc.sql("""
                        UPDATE embeddings SET vector = NULL, hash = '', revision = nextval('embedding_revision'),
                            written_at = now()
                        WHERE sku = ANY (:skus::text[]) AND vector IS NOT NULL
                        """).param("skus", skus.toArray(String[]::new)).update();
    }

    /** Forgets all vectors, because another model is to be used. */
    public void removeAll() {
        jdbc.sql("UPDATE embeddings SET vector = NULL, hash = '', revision = nextval('embedding_revision'),"
                        + " written_at = now() WHERE vector IS NOT NULL")
                .update();
    }

    /** The hash of every vector, by SKU. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        jdbc.sql("SELECT sku, hash FROM embeddings WHERE vector IS NOT NULL")
                .query((row, number) -> hashes.put(row.getString("sku"), row.getString("hash")))
                .list();
        return hashes;
    }

    /**
     * Hands over the next vectors that changed since a revision, in order.
     *
     * @param limit at most so many, 1 or more
     * @param changed is told the vector and its revision
     * @return how many
     */
    public int changedAfter(long revision, int limit, ObjLongConsumer<StoredVector> changed) {
        List<Integer> handed = jdbc.sql("SELECT * FROM embeddings WHERE revision > ? ORDER BY revision LIMIT ?")
                .params(revision, limit)
                .query((row, number) -> {
                    changed.accept(vector(row), row.getLong("revision"));
                    return number;
                })
                .list();
        return handed.size();
    }

    private static StoredVector vector(ResultSet row) throws SQLException {
        byte @Nullable [] bytes = row.getBytes("vector");
        return new StoredVector(
                row.getString("sku"),
                row.getString("hash"),
                bytes == null ? Optional.empty() : Optional.of(floats(bytes)));
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
