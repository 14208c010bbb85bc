package com.saqsommelier.recommend.vector;

/** Stored vectors are of another model than the one in use; comparing them would give nonsense. */
public final class ModelMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelMismatchException(String where, EmbeddingModelName stored, EmbeddingModelName used) {
        super("The vectors in " + where + " were made with " + stored + ", but the model in use is " + used
                + ". Usually the model in the settings was changed. Please go back to it, or remove " + where
                + " and run ./sommelier embed.");
    }
}
