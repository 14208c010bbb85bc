-- Products as vectors. They are here rather than in files so that replicas share them, a batch is there as a whole or not
-- at all, and a backup holds them.

-- How far each store of vectors has followed the catalogue. Whoever embeds locks the row: one at a time.
CREATE TABLE vector_stores (
    store     text PRIMARY KEY,
    model     text NOT NULL,
    dimension integer NOT NULL,
    revision  bigint NOT NULL DEFAULT 0
);

COMMENT ON COLUMN vector_stores.store IS 'database, or the address of a collection of ChromaDB';
COMMENT ON COLUMN vector_stores.revision IS 'products up to this revision are embedded, or need not be';

CREATE SEQUENCE embedding_revision;

CREATE TABLE embeddings (
    sku      text PRIMARY KEY,
    hash     text NOT NULL,
    vector   bytea,
    revision bigint NOT NULL
);

CREATE UNIQUE INDEX embeddings_revision ON embeddings (revision);

-- Numbers are not compressible text.
ALTER TABLE embeddings ALTER COLUMN vector SET STORAGE EXTERNAL;

COMMENT ON COLUMN embeddings.hash IS 'of the text and the model';
COMMENT ON COLUMN embeddings.vector IS 'four bytes a number, big-endian; null for a product that left the catalogue, so that whoever reads on learns it';
