package com.saqsommelier.bot.telegram;

import org.jspecify.annotations.Nullable;

/** A call that Telegram refused, did not answer, or never got; the message says which, without the token. */
public final class BotApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private enum Kind {
        /** Telegram cannot have understood it. */
        NOT_SENT,
        /** Telegram answered that it did not do it. */
        REFUSED,
        /** Telegram may have done it. */
        IN_DOUBT,
        /** Its turn came when it was not wanted any more. */
        TOO_LATE
    }

    private final Kind kind;
    private final int status;
    private final String answer;
    private final int retryAfter;
    private final @Nullable Long migratedTo;

    private BotApiException(
            String message,
            @Nullable Throwable cause,
            Kind kind,
            int status,
            String answer,
            int retryAfter,
            @Nullable Long migratedTo) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.answer = answer;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    /** A call that Telegram cannot have understood. */
    BotApiException(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.NOT_SENT, 0, "", 0, null);
    }

    static BotApiException inDoubt(String message, @Nullable Throwable cause) {
        return new BotApiException(message, cause, Kind.IN_DOUBT, 0, "", 0, null);
    }

    static BotApiException tooLate(String message) {
        return new BotApiException(message, null, Kind.TOO_LATE, 0, "", 0, null);
    }

    static BotApiException refused(String method, BotApiResponse response) {
        return new BotApiException(
                method + ": " + response.description(),
                null,
                Kind.REFUSED,
                response.status(),
                response.description(),
                response.retryAfter(),
                response.migratedTo());
    }

    /** Of the refusal, as HTTP has it; 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** What Telegram said, after the status; empty where there was no answer. */
    public String answer() {
        return answer;
    }

    /** In seconds; 0 where Telegram does not ask to come again. */
    int retryAfter() {
        return retryAfter;
    }

    /** The number of the supergroup that a group became; null where it did not. */
    @Nullable
    Long migratedTo() {
        return migratedTo;
    }

    boolean isInDoubt() {
        return kind == Kind.IN_DOUBT;
    }

    boolean isTooLate() {
        return kind == Kind.TOO_LATE;
    }

    /** Whether the same call, a little later, can succeed and cannot be done twice. */
    boolean mayBeRepeated() {
        return (kind == Kind.NOT_SENT && !(getCause() instanceof InterruptedException)) || status >= 500;
    }

    boolean saysItIsTheSameAlready() {
        return status == 400 && says("message is not modified");
    }

    boolean says(String words) {
        return answer.contains(words);
    }
}
