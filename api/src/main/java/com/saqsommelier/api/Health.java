package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of the backend.
 *
 * @param status down when the database does not answer, the index is closed or the disk is full; degraded when the backend
 *     goes on with a fault
 * @param products how many products the index holds, delisted ones not counted
 * @param problem what is wrong and the usual cause; null when all is well
 */
@Schema(name = "Health")
public record Health(Status status, int products, @Nullable String problem) {

    /** Up, degraded or down. */
    public enum Status {
        UP,
        DEGRADED,
        DOWN;

        /** As written in JSON: {@code up}, {@code degraded}, {@code down}. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
