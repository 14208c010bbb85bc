package com.saqsommelier.bot;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.language.Phrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person is told when something went wrong, and what the operator reads of it. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * Logs a failure and says it kindly.
     *
     * @param what was not answered: "a message", "a tap"
     */
    static Phrase told(RuntimeException failure, String what) {
        if (!(failure instanceof ApiException refused)) {
            LOG.error("{} could not be answered", what, failure);
            return Phrase.SORRY;
        }
        LOG.error("The backend did not answer {}", what, failure);
        // No answer at all, or one that says to come again: a proxy whose backend is away, or a backend still starting.
        int status = refused.problem().map(Problem::status).orElse(503);
        return status >= 502 && status <= 504 ? Phrase.CATALOGUE_SILENT : Phrase.SORRY;
    }

    /** What is noted where that is told. */
    static VisitOutcome outcome(Phrase told) {
        return told == Phrase.CATALOGUE_SILENT ? VisitOutcome.UNAVAILABLE : VisitOutcome.FAILED;
    }
}
