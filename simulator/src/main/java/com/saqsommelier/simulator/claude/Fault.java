package com.saqsommelier.simulator.claude;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made to go wrong with a call that is itself in order. */
public enum Fault {
    /** 401: the key is not known. */
    BAD_KEY,
    /** 400 with the words by which alone an empty account is told from a malformed request. */
    NO_CREDIT,
    /** 429 with {@code retry-after: 30}. */
    RATE_LIMIT,
    /** 529: too many ask. */
    OVERLOADED,
    /** 500. */
    SERVER_ERROR,
    /** The connection is closed without an answer. */
    CLOSED,
    /** The answer comes after ten seconds. */
    SLOW,
    /** A stream ends in the middle of its text; an answer that is not streamed, in the middle of its body. */
    CUT,
    /** The stop reason is {@code refusal}, and there is no content. */
    REFUSAL,
    /** The stop reason is {@code max_tokens}, in the middle of the text. */
    TOO_LONG,
    /** A tool is called with a part of a JSON object. Only where the tool is not strict could the genuine API do so. */
    BROKEN_JSON,
    /** A tool is called with values of the right types that mean nothing. */
    NONSENSE,
    /** A text claims a wine, a grape, a price and a stock that nobody told the model of. */
    LIE;

    /** The name in lower case, as the control address takes it: {@code no-credit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }

    /** The refusal that stands for it; empty where it is no refusal. */
    Optional<ApiError> refusal() {
        return switch (this) {
            case BAD_KEY -> Optional.of(new ApiError(401, "authentication_error", "invalid x-api-key", null));
            case NO_CREDIT ->
                Optional.of(ApiError.invalid("Your credit balance is too low to access the Anthropic API. Please go to"
                        + " Plans & Billing to upgrade or purchase credits."));
            case RATE_LIMIT ->
                Optional.of(new ApiError(
                        429,
                        "rate_limit_error",
                        "This request would exceed your organization's rate limit.",
                        java.time.Duration.ofSeconds(30)));
            case OVERLOADED -> Optional.of(new ApiError(529, "overloaded_error", "Overloaded", null));
            case SERVER_ERROR -> Optional.of(new ApiError(500, "api_error", "Internal server error", null));
            default -> Optional.empty();
        };
    }
}
