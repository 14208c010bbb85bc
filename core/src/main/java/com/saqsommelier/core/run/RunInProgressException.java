package com.saqsommelier.core.run;

import java.util.Optional;

/** A job was to begin that is running already. */
public final class RunInProgressException extends Exception {

    private static final long serialVersionUID = 1L;

    RunInProgressException(String job, Optional<RunRecord> running) {
        super("'" + job + "' is running already"
                + running.map(run -> ": " + run.process() + ", since " + run.startedAt())
                        .orElse("")
                + ". Wait for it to end, or stop it.");
    }
}
