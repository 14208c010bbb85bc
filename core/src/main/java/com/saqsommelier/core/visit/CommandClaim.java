package com.saqsommelier.core.visit;

/** The result of claiming an update: whether this process handles the command, or it is a duplicate. */
public enum CommandClaim {
    /** It is, by the process that asked. */
    NEW,
    /** Another handles it. */
    BEGUN,
    /** It was handled. */
    DONE
}
