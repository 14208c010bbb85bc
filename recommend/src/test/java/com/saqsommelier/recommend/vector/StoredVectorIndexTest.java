package com.saqsommelier.recommend.vector;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.embedding.Embeddings;
import org.junit.jupiter.api.AfterEach;

/** Against a real database. */
class StoredVectorIndexTest extends VectorIndexKit {

    private final Database database = TestDatabase.fresh();

    @Override
    VectorIndex empty() {
        return new StoredVectorIndex(new Embeddings(database), MODEL);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }
}
