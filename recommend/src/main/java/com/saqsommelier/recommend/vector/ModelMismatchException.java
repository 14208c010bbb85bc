package com.saqsommelier.recommend.vector;

/** Stored vectors are of another model than the one in use; comparing them would give nonsense. */
public final class ModelMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelMismatchException(EmbeddingModelName stored, EmbeddingModelName used) {
        super("The stored vectors were made with " + stored + ", but the model in use is " + used
                + ". Usually SOMMELIER_EMBEDDING_MODEL was changed. Please set it back, or run"
                + " `sommelier embed --replace` to embed all products with the new one.");
    }
}
