package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.saqsommelier.bot.telegram.Telegram.Outcome;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * HTTP client of the Bot API: connections, rate limit, retries, and the meaning of Telegram's error codes. Safe for use by
 * several threads; each call blocks its own until Telegram answers.
 */
final class BotApiClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotApiClient.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_REQUESTS_AT_ONCE = 100;

    /** Bot API, ResponseParameters: an answer is sent again that often after {@code retry_after}. */
    private static final int TRIES = 3;

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final RateLimiter pace;

    BotApiClient(BotApi api) {
        pace = RateLimiter.of(api);
        Dispatcher dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-call-", 0).factory()));
        dispatcher.setMaxRequests(MOST_REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_REQUESTS_AT_ONCE);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(ANSWER_TIMEOUT)
                .build();
        client = new OkHttpTelegramClient(mapper(), http, api.token(), api.telegramUrl());
    }

    /** The library leaves unset fields of keyboards in as null, which Bot API does not promise to accept. */
    static ObjectMapper mapper() {
        return new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    /** What counts how against Telegram's limits. */
    enum Kind {
        MESSAGE,
        EDIT
    }

    /** The turn came when the call was not wanted any more. */
    private static final class TooLateException extends TelegramApiException {

        private static final long serialVersionUID = 1L;

        TooLateException(String message) {
            super(message);
        }
    }

    /** Without a turn: for what makes no message. */
    <T extends Serializable> T call(BotApiMethod<T> method) throws TelegramApiException {
        return client.execute(method);
    }

    <T extends Serializable> T paced(long chat, Kind kind, RateLimiter.Urgency urgency, BotApiMethod<T> method)
            throws TelegramApiException {
        return paced(chat, kind, urgency, method, Instant.MAX);
    }

    private <T extends Serializable> T paced(
            long chat, Kind kind, RateLimiter.Urgency urgency, BotApiMethod<T> method, Instant latest)
            throws TelegramApiException {
        try (RateLimiter.Turn turn = kind == Kind.EDIT ? pace.edit(chat, urgency) : pace.message(chat, urgency)) {
            if (Instant.now().isAfter(latest)) {
                throw new TooLateException(method.getMethod() + " had no turn before " + latest);
            }
            return client.execute(method);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelegramApiException("The bot stops; " + method.getMethod() + " was not called", e);
        } catch (TelegramApiRequestException e) {
            int seconds = retryAfter(e);
            if (seconds > 0) {
                pace.refused(chat, seconds);
            }
            throw e;
        }
    }

    /** Tries again where Telegram asks for a pause that somebody who waits can bear. */
    <T extends Serializable> void answer(long chat, Kind kind, BotApiMethod<T> method) throws TelegramApiException {
        for (int tries = 1; ; tries++) {
            try {
                paced(chat, kind, RateLimiter.Urgency.ANSWER, method);
                return;
            } catch (TelegramApiRequestException e) {
                int seconds = retryAfter(e);
                if (seconds == 0 || seconds > LONGEST_WAIT_SECONDS || tries == TRIES) {
                    throw e;
                }
                LOG.warn("Telegram asks to wait {} s before {}", seconds, method.getMethod());
            }
        }
    }

    /**
     * Tries once; whoever knows what became of it tries again.
     *
     * @param latest not called when its turn comes after that
     */
    <T extends Serializable> Outcome attempt(long chat, Kind kind, BotApiMethod<T> method, Instant latest) {
        try {
            T result = paced(chat, kind, RateLimiter.Urgency.ALERT, method, latest);
            return result instanceof Message message ? Outcome.sent(message.getMessageId()) : Outcome.SENT;
        } catch (TelegramApiRequestException e) {
            if (isTheSameAlready(e)) {
                return Outcome.SENT;
            }
            complain(chat, e);
            int status = Objects.requireNonNullElse(e.getErrorCode(), 0);
            return switch (status) {
                case 403 -> Outcome.BLOCKED;
                case 429 -> Outcome.later(Math.max(1, retryAfter(e)));
                case 400 -> Outcome.FAILED;
                // Without a status there was no answer: Telegram may have taken it.
                case 0 -> Outcome.DOUBTFUL;
                default -> Outcome.RETRY;
            };
        } catch (TooLateException e) {
            LOG.warn("{}; it is tried again", e.getMessage());
            return Outcome.later(0);
        } catch (TelegramApiException e) {
            complain(chat, e);
            return neverArrived(e) ? Outcome.RETRY : Outcome.DOUBTFUL;
        }
    }

    private static boolean neverArrived(TelegramApiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** In seconds; 0 where Telegram does not ask to come again. */
    private static int retryAfter(TelegramApiRequestException e) {
        boolean asks = Integer.valueOf(429).equals(e.getErrorCode())
                && e.getParameters() != null
                && e.getParameters().getRetryAfter() != null;
        return asks ? e.getParameters().getRetryAfter() : 0;
    }

    static boolean isTheSameAlready(TelegramApiException e) {
        return e instanceof TelegramApiRequestException refused
                && refused.getApiResponse() != null
                && refused.getApiResponse().contains("message is not modified");
    }

    static void complain(long chat, TelegramApiException e) {
        if (e instanceof TelegramApiRequestException refused
                && Integer.valueOf(403).equals(refused.getErrorCode())) {
            LOG.info("Chat {} does not want to hear from the bot: {}", chat, refused.getApiResponse());
        } else if (e instanceof TelegramApiRequestException) {
            LOG.error("Telegram did not take a message for chat {}", chat, e);
        } else {
            LOG.error("Telegram was not reached with a message for chat {}", chat, e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
