package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Candidate;
import com.saqsommelier.recommend.retrieve.Recommendation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An answer with what was found of it.
 *
 * @param took from the question to the answer
 * @param met bottles that are what the question demands, except what the answer says it gave up
 * @param available bottles that can be ordered online
 * @param expected whether one of the first five is as expected; empty where nothing is expected
 * @param recall the share of the first five that are fully right, of as many as there could be; empty where none is
 * @param gain nDCG of the first ten; empty where nothing is right
 * @param invented claims in the reasons that the records do not hold
 * @param diversity producers among the bottles, each counted once, over bottles; empty for fewer than two
 * @param grade a judge's; empty where none judged
 */
public record EvalAnswer(
        EvalQuestion question,
        Recommendation answer,
        Duration took,
        int met,
        int available,
        Optional<Boolean> expected,
        OptionalDouble recall,
        OptionalDouble gain,
        List<String> invented,
        OptionalDouble diversity,
        Optional<Grade> grade) {

    /** The same with what a judge thinks of it. */
    EvalAnswer with(Optional<Grade> given) {
        return new EvalAnswer(
                question, answer, took, met, available, expected, recall, gain, invented, diversity, given);
    }

    /** The first ten in the order of their scores. */
    List<String> topTen() {
        return answer.candidates().stream().limit(10).map(Candidate::sku).toList();
    }
}
