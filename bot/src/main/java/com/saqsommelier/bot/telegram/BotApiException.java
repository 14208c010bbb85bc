package com.saqsommelier.bot.telegram;

import java.util.List;
import java.util.Locale;
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

    /** As the Bot API server words it, in lower case. */
    private static final List<String> GONE = List.of(
            "chat not found",
            "user not found",
            "peer_id_invalid",
            "user is deactivated",
            "user_deactivated",
            "input_user_deactivated",
            "group chat was deactivated",
            "group chat was deleted",
            "bot was kicked",
            "bot is not a member",
            "message thread not found",
            "topic_deleted",
            "topic_closed",
            "not enough rights to send",
            "have no rights to send",
            "chat_write_forbidden",
            "need administrator rights in the channel");

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

    /** Telegram's description, after the status; empty where there was no answer. */
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

    /**
     * Whether whoever it was for is not to be reached any more: they blocked the bot or threw it out, or the account, the
     * group or its topic is gone. Bot API says the first with 403 and the others often with 400.
     */
    boolean isGone() {
        return migratedTo == null
                && (status == 403 || (status == 400 && GONE.stream().anyMatch(this::says)));
    }

    boolean saysItIsTheSameAlready() {
        return status == 400 && says("message is not modified");
    }

    boolean says(String words) {
        return answer.toLowerCase(Locale.ROOT).contains(words);
    }
}
