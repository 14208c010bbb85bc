package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Recommendation;
import java.math.BigDecimal;
import java.util.Optional;

/** Grades answers as a guest would, where figures do not reach: whether the bottles suit and the reasons convince. */
public interface Judge {

    /** Who judges by what, for the report: "claude-haiku-5-5, rubric 1". */
    String name();

    /** The grade of an answer; empty where the judge gave none, which is logged. */
    Optional<Grade> grade(EvalQuestion question, Recommendation answer);

    /** Dollars that all grades so far cost. */
    BigDecimal cost();
}
