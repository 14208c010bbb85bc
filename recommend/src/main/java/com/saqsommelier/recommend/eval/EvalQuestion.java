package com.saqsommelier.recommend.eval;

import com.saqsommelier.vocabulary.Language;
import java.util.List;

/**
 * A committed question with what a good answer must be. Who wrote the questions wrote the labels; no taster has seen them.
 *
 * @param pair the same for a question and its translation
 * @param topic occasion, pairing, constraint, style, reference, negation, beginner or follow-up
 * @param validation whether it belongs to the third on which nothing was tuned
 * @param thread what was asked before it in the same conversation; empty mostly
 * @param must what each bottle must be
 * @param should what at least one of the first five should be; empty where nothing is expected
 */
public record EvalQuestion(
        String id,
        String pair,
        String topic,
        boolean validation,
        Language language,
        List<String> thread,
        String question,
        Label must,
        Label should) {

    /** Takes a copy. */
    public EvalQuestion {
        thread = List.copyOf(thread);
    }
}
