package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Understanding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer.
 *
 * @param picks best first; empty when there is nothing to recommend, and then the message says why
 * @param loosened what had to be given up for there to be any
 * @param message what is to be said besides the picks; empty when nothing is
 * @param grace with how much help it was made; its mode is that of the reasons, or of the interpretation where there
 *     are none
 * @param replaced how many reasons claimed what the record does not hold and were replaced
 * @param candidates the best of what passed the filter, best first
 * @param stages how long each stage took; those that were not needed are absent
 */
public record Recommendation(
        Understanding understanding,
        List<Pick> picks,
        Set<Constraint> loosened,
        String message,
        AnswerLevel grace,
        int replaced,
        List<Candidate> candidates,
        Map<Stage, Duration> stages) {

    /** Takes copies. */
    public Recommendation {
        picks = List.copyOf(picks);
        loosened = Set.copyOf(loosened);
        candidates = List.copyOf(candidates);
        stages = Map.copyOf(stages);
    }
}
