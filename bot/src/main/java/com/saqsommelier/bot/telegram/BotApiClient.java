package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.bot.telegram.Telegram.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * HTTP client of the Bot API: connections, rate limit, retries, and the meaning of Telegram's error codes. Safe for use by
 * several threads; each call blocks its own until Telegram answers.
 */
final class BotApiClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotApiClient.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_REQUESTS_AT_ONCE = 100;
    private static final int MOST_IDLE_CONNECTIONS = 20;
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** Of an answer. */
    private static final int TRIES = 4;

    /** Before the second try, where Telegram says nothing of how long to wait; four times as long before each further. */
    private static final long FIRST_PAUSE_MILLIS = 500;

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final OkHttpClient http;
    private final BotApi api;
    private final RateLimiter pace;

    BotApiClient(BotApi api) {
        this.api = api;
        pace = RateLimiter.of(api);
        Dispatcher dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-call-", 0).factory()));
        dispatcher.setMaxRequests(MOST_REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_REQUESTS_AT_ONCE);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(ANSWER_TIMEOUT)
                // Shorter than Telegram keeps one: what is written on a connection that is just being closed is in
                // doubt.
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                // It would repeat what may have been taken; answer() decides what is repeated.
                .retryOnConnectionFailure(false)
                .build();
    }

    /** The way in which a call counts against Telegram's limits. */
    enum Kind {
        MESSAGE,
        EDIT
    }

    /** Without a turn: for what makes no message. Returns what the method returns. */
    JsonNode call(BotApiMethod<?> method) throws BotApiException {
        OnceWritten body = new OnceWritten(BotApi.json(method));
        BotApiResponse response;
        try {
            response = BotApiResponse.of(http.newCall(api.request(method.getMethod(), body)));
        } catch (IOException e) {
            throw body.written()
                    ? BotApiException.inDoubt(method.getMethod() + " was not answered: " + e, e)
                    : new BotApiException(method.getMethod() + " did not reach Telegram: " + e, e);
        }
        if (response.ok()) {
            return response.result();
        }
        if (response.status() / 100 == 2) {
            throw BotApiException.inDoubt(method.getMethod() + " was answered with something else", null);
        }
        throw BotApiException.refused(method.getMethod(), response);
    }

    /** In the turn of an answer, once. Returns what the method returns. */
    JsonNode paced(long chat, Kind kind, BotApiMethod<?> method) throws BotApiException {
        return paced(chat, kind, RateLimiter.Urgency.ANSWER, method, Instant.MAX);
    }

    private JsonNode paced(long chat, Kind kind, RateLimiter.Urgency urgency, BotApiMethod<?> method, Instant latest)
            throws BotApiException {
        try (RateLimiter.Turn turn = kind == Kind.EDIT ? pace.edit(chat, urgency) : pace.message(chat, urgency)) {
            if (Instant.now().isAfter(latest)) {
                throw BotApiException.tooLate(method.getMethod() + " had no turn before " + latest);
            }
            return call(method);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BotApiException("The bot stops; " + method.getMethod() + " was not called", e);
        } catch (BotApiException e) {
            if (e.retryAfter() > 0) {
                pace.refused(chat, e.retryAfter());
            }
            throw e;
        }
    }

    /**
     * Tries again where that can help somebody who waits and cannot say the same twice: where Telegram asks for a pause
     * that can be borne, where it says that it failed (5xx), and where the request did not reach it. A request that was
     * written and not answered may have been taken, so it is not sent again.
     */
    void answer(long chat, Kind kind, BotApiMethod<?> method) throws BotApiException {
        for (int tries = 1; ; tries++) {
            try {
                JsonNode _ = paced(chat, kind, method);
                return;
            } catch (BotApiException e) {
                boolean again = tries < TRIES
                        && (e.mayBeRepeated() || (e.retryAfter() > 0 && e.retryAfter() <= LONGEST_WAIT_SECONDS));
                // After a pause that Telegram asked for the turn itself comes later.
                if (!again || !sleep(e.retryAfter() > 0 ? 0 : FIRST_PAUSE_MILLIS << (2 * (tries - 1)))) {
                    throw e;
                }
                LOG.warn("{}; it is tried again", e.getMessage());
            }
        }
    }

    private static boolean sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Tries once; whoever knows what became of it tries again.
     *
     * @param latest not called when its turn comes after that
     */
    Outcome attempt(long chat, Kind kind, BotApiMethod<?> method, Instant latest) {
        try {
            JsonNode message =
                    paced(chat, kind, RateLimiter.Urgency.ALERT, method, latest).path("message_id");
            return message.isIntegralNumber() && message.canConvertToLong()
                    ? Outcome.sent(message.longValue())
                    : Outcome.SENT;
        } catch (BotApiException e) {
            if (e.saysItIsTheSameAlready()) {
                return Outcome.SENT;
            }
            if (e.isTooLate()) {
                LOG.warn("{}; it is tried again", e.getMessage());
                return Outcome.later(0);
            }
            complain(chat, e);
            if (e.isInDoubt()) {
                return Outcome.DOUBTFUL;
            }
            Long movedTo = e.migratedTo();
            if (movedTo != null) {
                return Outcome.moved(movedTo);
            }
            if (e.isGone()) {
                return Outcome.BLOCKED;
            }
            return switch (e.status()) {
                case 429 -> Outcome.later(Math.max(1, e.retryAfter()));
                case 400 -> Outcome.FAILED;
                default -> Outcome.RETRY;
            };
        }
    }

    static void complain(long chat, BotApiException e) {
        if (e.isGone()) {
            LOG.info("Chat {} is not to be reached any more, or does not want to be: {}", chat, e.getMessage());
        } else if (e.migratedTo() != null) {
            LOG.warn("Group {} became a supergroup and is {} from now on", chat, e.migratedTo());
        } else if (e.status() > 0) {
            LOG.error("Telegram did not take a message for chat {}", chat, e);
        } else if (e.isInDoubt()) {
            LOG.error("Nobody knows whether Telegram took a message for chat {}; it is not sent twice", chat, e);
        } else {
            LOG.error("Telegram was not reached with a message for chat {}", chat, e);
        }
    }

    /** A body that knows whether it was written: until then the other side cannot have understood the request. */
    private static final class OnceWritten extends RequestBody {

        private final byte[] json;
        private volatile boolean written;

        OnceWritten(byte[] json) {
            this.json = json;
        }

        boolean written() {
            return written;
        }

        @Override
        public MediaType contentType() {
            return BotApi.JSON_TYPE;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            written = true;
            sink.write(json);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
