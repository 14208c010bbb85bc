package com.saqsommelier.recommend.claude;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claude did not help. Its message may be logged: it holds neither the key nor what a person asked. */
final class ClaudeFailureException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final ClaudeFailure setback;
    private final transient @Nullable Usage usage;
    private final transient @Nullable Duration retryAfter;

    private ClaudeFailureException(
            ClaudeFailure setback,
            String detail,
            @Nullable Usage usage,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(setback.advice() + (detail.isEmpty() ? "" : " (" + detail + ")"), cause);
        this.setback = setback;
        this.usage = usage;
        this.retryAfter = retryAfter;
    }

    /** One whose cost is not known, or that cost nothing. */
    static ClaudeFailureException of(ClaudeFailure setback, String detail, @Nullable Throwable cause) {
        return new ClaudeFailureException(setback, detail, null, null, cause);
    }

    /** One that was paid for. */
    static ClaudeFailureException paid(ClaudeFailure setback, Usage usage) {
        return new ClaudeFailureException(setback, "", usage, null, null);
    }

    /** One after which the API wants to be left alone for a while. */
    static ClaudeFailureException wait(ClaudeFailure setback, Duration retryAfter, Throwable cause) {
        return new ClaudeFailureException(setback, "", null, retryAfter, cause);
    }

    ClaudeFailure setback() {
        return setback;
    }

    Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
