package com.saqsommelier.simulator.telegram;

/**
 * Something that a button beside the chats does, such as letting a bottle come back. The demo offers some.
 *
 * @param french its label in French
 * @param english its label in English
 * @param action is run by the page's request and may take seconds; what it throws is told on the page
 */
public record PageAction(String french, String english, Action action) {

    /** What a button does. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it.
         *
         * @return what was done, to be shown in French and English; empty for nothing to say
         * @throws Exception when it could not be done
         */
        Done run() throws Exception;
    }

    /** What was done, in both languages of the page. */
    public record Done(String french, String english) {}
}
