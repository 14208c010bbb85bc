package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of the backend.
 *
 * @param status up when the database answers
 * @param products how many products the index holds, delisted ones not counted
 * @param problem what is wrong and the usual cause; null when all is well
 */
@Schema(name = "Health")
public record Health(Status status, int products, @Nullable String problem) {

    /** Up or down. */
    public enum Status {
        UP,
        DOWN;

        /** As written in JSON: {@code up}, {@code down}. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
