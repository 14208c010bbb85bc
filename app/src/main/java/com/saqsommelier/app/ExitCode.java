package com.saqsommelier.app;

/** What the exit codes of jobs mean, for timers and scripts. */
final class ExitCode {

    /** All well, also when there was nothing to do. */
    static final int OK = 0;

    /** Some items failed, the rest is saved. */
    static final int SOME_FAILED = 1;

    /** Nothing could be done. */
    static final int NOTHING_DONE = 2;

    /** Refused for safety: a person must look at it first. */
    static final int REFUSED = 3;

    /** Bad usage or configuration (EX_USAGE of sysexits). */
    static final int BAD_USAGE = 64;

    /** Ended by Ctrl-C or SIGTERM, as shells report it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
