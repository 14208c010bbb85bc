package com.saqsommelier.recommend.vector;

import java.util.List;

/** Turns English sentences into vectors of length 1, so that their dot product tells how alike they are. */
public interface Embedder {

    /** Which model it is and how long its vectors are. */
    EmbeddingModelName model();

    /**
     * The vectors of some texts, in their order.
     *
     * @throws EmbedderUnavailableException when the model cannot be used for now, whatever the text
     */
    List<float[]> embed(List<String> texts);
}
