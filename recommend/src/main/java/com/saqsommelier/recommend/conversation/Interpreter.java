package com.saqsommelier.recommend.conversation;

/** Makes an understanding of a question and what was said before it. Implementations are safe for several threads. */
public interface Interpreter {

    /** Interprets a question; never fails for what it holds, and falls back rather than fail at all. */
    Interpretation interpret(Question question);
}
