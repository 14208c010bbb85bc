package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.retrieve.Selection;

/** Is told of an answer while it is written. Called on the thread that works on the answer. */
public interface ReasonListener {

    /** Listens to nothing. */
    ReasonListener NOBODY = new ReasonListener() {
        @Override
        public void chosen(Selection selection) {}

        @Override
        public void reason(int index, String reason) {}
    };

    /** The bottles are chosen; their reasons come next. */
    void chosen(Selection selection);

    /**
     * The reason for a bottle, checked and final.
     *
     * @param index of the bottle, from 0
     */
    void reason(int index, String reason);
}
