package com.saqsommelier.api;

/** Is told of an answer while it is written. Called on the thread that waits for the answer. */
public interface RecommendationListener {

    /** Listens to nothing. */
    RecommendationListener NOBODY = new RecommendationListener() {
        @Override
        public void begun(RecommendationView answer) {}

        @Override
        public void reason(RecommendationReason reason) {}
    };

    /** The bottles are chosen; the answer has them without their reasons. Not called for an answer that is whole at once. */
    void begun(RecommendationView answer);

    /** A reason is written; they come in any order, after {@link #begun}. */
    void reason(RecommendationReason reason);
}
