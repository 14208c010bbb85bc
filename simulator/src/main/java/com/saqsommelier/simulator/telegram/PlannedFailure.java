package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a test wants to go wrong with the next call of a method. */
sealed interface PlannedFailure {

    /** The method whose next call it befalls, in any case of its letters. */
    String method();

    /** The call is refused and has no effect. */
    record Refusal(
            String method,
            int status,
            String description,
            @Nullable Duration retryAfter) implements PlannedFailure {}

    /** The call is carried out, and the connection closed without an answer. */
    record CutAfterAccepting(String method) implements PlannedFailure {}
}
