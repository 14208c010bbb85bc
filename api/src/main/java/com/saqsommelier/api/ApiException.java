package com.saqsommelier.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to the backend that did not succeed: it answered with an error, or it did not answer. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Problem problem;

    /** The backend answered with an error. */
    public ApiException(Problem problem) {
        super(problem.status() + " " + problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    /** The backend did not answer, or not in its own language. */
    public ApiException(String message, Throwable cause) {
        super(message, cause);
        this.problem = null;
    }

    /** The backend's own words; empty when it did not answer. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether the backend answered with this HTTP status. */
    public boolean hasStatus(int status) {
        return problem != null && problem.status() == status;
    }
}
