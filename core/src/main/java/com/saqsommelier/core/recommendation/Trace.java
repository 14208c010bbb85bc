package com.saqsommelier.core.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How an answer of the sommelier came about.
 *
 * @param conversationId the same for all questions of one conversation
 * @param userId channel and the id there: {@code tg:123}
 * @param mode {@code claude} or {@code offline}
 * @param understanding what the question was taken for, a JSON object
 * @param picks best first
 * @param loosened what had to be given up
 * @param message what was said besides the picks; may be empty
 * @param took how long it took to work out
 * @param making what it was made of
 */
public record Trace(
        UUID id,
        UUID conversationId,
        String userId,
        String question,
        String mode,
        String understanding,
        List<TracedPick> picks,
        List<String> loosened,
        String message,
        Duration took,
        Instant createdAt,
        TraceDetails making) {

    /** Takes copies. */
    public Trace {
        picks = List.copyOf(picks);
        loosened = List.copyOf(loosened);
    }
}
