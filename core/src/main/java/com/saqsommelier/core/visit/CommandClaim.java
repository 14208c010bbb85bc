package com.saqsommelier.core.visit;

/** Whether a command is to be handled. */
public enum CommandClaim {
    /** It is, by the process that asked. */
    NEW,
    /** Another handles it. */
    BEGUN,
    /** It was handled. */
    DONE
}
