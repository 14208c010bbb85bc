package com.saqsommelier.recommend.claude;

import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** What the exceptions of Anthropic's library mean. */
final class ApiFailure {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Documented only by its words: the status and type are those of any malformed request. */
    private static final String NO_CREDIT = "credit balance is too low";

    private ApiFailure() {}

    /** The setback that an exception stands for. */
    static ClaudeFailureException told(RuntimeException e) {
        if (e instanceof AnthropicServiceException refusal) {
            return refused(refusal);
        }
        if (timedOut(e)) {
            return ClaudeFailureException.of(ClaudeFailure.TIMEOUT, kind(e), e);
        }
        // The library wraps what broke while it read, or says so in its own way.
        boolean unreachable = e instanceof AnthropicIoException || broken(e);
        return ClaudeFailureException.of(
                unreachable ? ClaudeFailure.UNREACHABLE : ClaudeFailure.BAD_ANSWER, kind(e), e);
    }

    private static ClaudeFailureException refused(AnthropicServiceException e) {
        int status = e.statusCode();
        String message = String.valueOf(e.getMessage());
        if (message.contains(NO_CREDIT) || status == 402) {
            return ClaudeFailureException.of(ClaudeFailure.NO_CREDIT, "", e);
        }
        return switch (status) {
            case 401, 403 -> ClaudeFailureException.of(ClaudeFailure.BAD_KEY, "status " + status, e);
            case 408, 504 -> ClaudeFailureException.of(ClaudeFailure.TIMEOUT, "status " + status, e);
            case 429 -> ClaudeFailureException.wait(ClaudeFailure.RATE_LIMITED, retryAfter(e), e);
            case 529 -> ClaudeFailureException.of(ClaudeFailure.OVERLOADED, "", e);
            // An error that comes in the middle of a stream has the status of the stream.
            default ->
                ClaudeFailureException.of(
                        message.contains("overloaded_error")
                                ? ClaudeFailure.OVERLOADED
                                : status >= 500 || status < 400
                                        ? ClaudeFailure.SERVER_ERROR
                                        : ClaudeFailure.BAD_REQUEST,
                        "status " + status + ", " + e.apiMessage().orElse(""),
                        e);
        };
    }

    private static Duration retryAfter(AnthropicServiceException e) {
        return e.headers().values("retry-after").stream()
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(USUAL_WAIT);
    }

    private static boolean timedOut(Throwable e) {
        return caused(e, InterruptedIOException.class);
    }

    private static boolean broken(Throwable e) {
        return caused(e, IOException.class) && !caused(e, com.fasterxml.jackson.core.JacksonException.class);
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
