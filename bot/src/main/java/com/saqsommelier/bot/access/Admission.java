package com.saqsommelier.bot.access;

import java.time.Instant;

/**
 * The decision of the access gate about one incoming command.
 *
 * @param chatUser in the language that they chose
 * @param arrived when it was seen first
 * @param noted whether the backend took note of it
 */
public record Admission(
        AccessGate.IncomingCommand incoming, ChatUser chatUser, Entry entry, Instant arrived, boolean noted) {

    /** Whether somebody may come in. */
    public enum Entry {
        /** They may. */
        IN,
        /** They may not, and are to be told so. */
        STRANGER,
        /** They may not, and know it. */
        TOLD,
        /** The backend does not say, and nothing else tells. */
        UNKNOWN,
        /** It was handled before. */
        REPEATED,
        /** Another process handles it, and may be killed while it does. */
        ELSEWHERE
    }
}
