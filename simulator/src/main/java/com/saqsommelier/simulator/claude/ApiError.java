package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal in the API's form: {@code {"type":"error","error":{"type":…,"message":…},"request_id":…}}.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/errors">Errors</a>
 */
final class ApiError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final @Nullable Duration retryAfter;

    ApiError(int status, String type, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /** What the caller can mend: 400. */
    static ApiError invalid(String message) {
        return new ApiError(400, "invalid_request_error", message, null);
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    ObjectNode body(String requestId) {
        ObjectNode body = Json.object().put("type", "error");
        body.putObject("error").put("type", type).put("message", String.valueOf(getMessage()));
        return body.put("request_id", requestId);
    }
}
