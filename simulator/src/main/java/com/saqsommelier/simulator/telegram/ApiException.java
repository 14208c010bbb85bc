package com.saqsommelier.simulator.telegram;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the bot gets as {@code {"ok":false,"error_code":…,"description":…}}.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class ApiException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable Duration retryAfter;

    ApiException(int status, String description, @Nullable Duration retryAfter) {
        super(description, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static ApiException badRequest(String description) {
        return new ApiException(400, "Bad Request: " + description, null);
    }

    static ApiException forbidden(String description) {
        return new ApiException(403, "Forbidden: " + description, null);
    }

    /** Telegram speaks in whole seconds; a part of one counts as one. */
    static ApiException tooManyRequests(Duration wait) {
        Duration whole =
                Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
        return new ApiException(429, "Too Many Requests: retry after " + whole.toSeconds(), whole);
    }

    int status() {
        return status;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
