package com.saqsommelier.core.run;

import java.util.Locale;

/** How it stands with a run. */
public enum RunState {
    /** It goes on, or its process was killed and nobody has noticed yet. */
    RUNNING,
    /** It ended and said why. */
    ENDED,
    /** Its process ended without a word; the next run went on with its pass. */
    KILLED;

    static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
