package com.saqsommelier.core.delivery;

import com.saqsommelier.core.event.Event;
import java.util.List;

/**
 * A message that a delivery makes untrue, and that is to be changed instead of followed by another.
 *
 * @param messageId as the channel numbers it in the chat with the person
 * @param told all that it told so far, oldest first
 */
public record Correction(long messageId, List<Event> told) {

    /** Copies the list. */
    public Correction {
        told = List.copyOf(told);
    }
}
