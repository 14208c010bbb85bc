package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What somebody wants to go wrong with the next call of a method. */
sealed interface PlannedFailure {

    /** Stands for any method but getUpdates, which would use up the plan before anything was said. */
    String ANY = "*";

    /** The method whose next call it befalls, in any case of its letters, or {@link #ANY}. */
    String method();

    /** As the page shows it. */
    ObjectNode json();

    default boolean befalls(String called) {
        return method().equals(ANY) ? !called.equalsIgnoreCase("getUpdates") : method().equalsIgnoreCase(called);
    }

    /** The call is refused and has no effect. */
    record Refusal(
            String method,
            int status,
            String description,
            @Nullable Duration retryAfter) implements PlannedFailure {

        @Override
        public ObjectNode json() {
            return Json.object().put("method", method).put("what", "" + status).put("description", description);
        }
    }

    /** The call is carried out, and the connection closed without an answer. */
    record CutAfterAccepting(String method) implements PlannedFailure {

        @Override
        public ObjectNode json() {
            return Json.object().put("method", method).put("what", "cut");
        }
    }

    /** The call has no effect, and the connection is closed without an answer after that time. */
    record Silence(String method, Duration time) implements PlannedFailure {

        @Override
        public ObjectNode json() {
            return Json.object().put("method", method).put("what", "silence").put("seconds", time.toSeconds());
        }
    }
}
