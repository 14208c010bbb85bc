package com.saqsommelier.recommend.conversation;

/** Who did a part of an answer. */
public enum Mode {
    /** Claude. */
    CLAUDE,
    /** The rules and tables that come with the program. */
    OFFLINE
}
