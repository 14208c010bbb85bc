package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Mode;

/** The level of the fallback chain on which an answer was given, best first. */
public enum AnswerLevel {
    CLAUDE_AND_VECTORS(Mode.CLAUDE),
    CLAUDE_AND_WORDS(Mode.CLAUDE),
    OFFLINE_AND_VECTORS(Mode.OFFLINE),
    OFFLINE_AND_WORDS(Mode.OFFLINE);

    private final Mode mode;

    AnswerLevel(Mode mode) {
        this.mode = mode;
    }

    /** What the contract calls the mode of the answer. */
    public Mode mode() {
        return mode;
    }

    static AnswerLevel of(Mode mode, boolean vectors) {
        return switch (mode) {
            case CLAUDE -> vectors ? CLAUDE_AND_VECTORS : CLAUDE_AND_WORDS;
            case OFFLINE -> vectors ? OFFLINE_AND_VECTORS : OFFLINE_AND_WORDS;
        };
    }
}
