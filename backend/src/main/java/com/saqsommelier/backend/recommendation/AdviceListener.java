package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.RecommendationView;

/** Is told of an answer while it is written. */
interface AdviceListener {

    /** Listens to nothing. */
    AdviceListener NOBODY = new AdviceListener() {
        @Override
        public void begun(RecommendationView view) {}

        @Override
        public void reason(int index, String reason) {}
    };

    /** The bottles are chosen; the view has them without their reasons. */
    void begun(RecommendationView view);

    /**
     * A reason, checked and final.
     *
     * @param index of the bottle, from 0
     */
    void reason(int index, String reason);
}
