package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Question;

/** Tells why each chosen bottle was chosen. Implementations are safe for several threads. */
public interface ReasonWriter {

    /**
     * Writes the reasons, in the language of the question; falls back rather than fail.
     *
     * @param selection what was chosen; at least one bottle
     */
    WrittenReasons write(Question question, Selection selection);
}
