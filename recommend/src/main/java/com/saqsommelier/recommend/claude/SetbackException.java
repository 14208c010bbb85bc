package com.saqsommelier.recommend.claude;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claude did not help. Its message may be logged: it holds neither the key nor what a person asked. */
final class SetbackException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Setback setback;
    private final transient @Nullable Usage usage;
    private final transient @Nullable Duration retryAfter;

    private SetbackException(
            Setback setback,
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
    static SetbackException of(Setback setback, String detail, @Nullable Throwable cause) {
        return new SetbackException(setback, detail, null, null, cause);
    }

    /** One that was paid for. */
    static SetbackException paid(Setback setback, Usage usage) {
        return new SetbackException(setback, "", usage, null, null);
    }

    /** One after which the API wants to be left alone for a while. */
    static SetbackException wait(Setback setback, Duration retryAfter, Throwable cause) {
        return new SetbackException(setback, "", null, retryAfter, cause);
    }

    Setback setback() {
        return setback;
    }

    Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
