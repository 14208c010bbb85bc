package com.saqsommelier.bot.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Asks Telegram for updates, one question at a time, on a virtual thread (Bot API, getUpdates). */
public final class Polling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int ANSWER_WITHIN_SECONDS = 50;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(ANSWER_WITHIN_SECONDS + 25);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final long LONGEST_REFUSAL = 2_000;

    /** All that the bot reads; Telegram keeps the rest to itself. */
    static final List<String> KINDS = List.of("message", "callback_query", "inline_query");

    private final OkHttpClient http;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("telegram-polling").factory());
    private final BotSession session;
    private final PollingConflict conflict = new PollingConflict();
    private volatile boolean closing;

    private Polling(BotApi api, Consumer<Update> consumer) {
        http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .addInterceptor(this::answer)
                .build();
        Function<Integer, GetUpdates> question = last -> GetUpdates.builder()
                .offset(last + 1)
                .timeout(ANSWER_WITHIN_SECONDS)
                .allowedUpdates(KINDS)
                .build();
        session = new BotSession(
                BotApiClient.mapper(),
                http,
                thread,
                api.token(),
                api::telegramUrl,
                question,
                PollingPause::new,
                updates -> deliver(updates, consumer));
    }

    /**
     * Starts asking.
     *
     * @param consumer gets each update once, in Telegram's order, and must return at once
     */
    public static Polling start(BotApi api, Consumer<Update> consumer) throws TelegramApiException {
        Polling polling = new Polling(api, consumer);
        try {
            polling.session.start();
        } catch (TelegramApiException e) {
            polling.close();
            throw e;
        }
        return polling;
    }

    /** Catches everything, as the library would stop asking for good after an exception. */
    private static void deliver(List<Update> updates, Consumer<Update> consumer) {
        for (Update update : updates) {
            try {
                consumer.accept(update);
            } catch (RuntimeException e) {
                LOG.error("Update {} was not handled", update.getUpdateId(), e);
            }
        }
    }

    /**
     * Breaking off the open question is how polling ends, and a conflict is told in our own words: neither is an error for
     * the library to report and repeat.
     */
    private Response answer(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (response.code() != PollingConflict.STATUS) {
                return response;
            }
            try (response) {
                conflict.met(response.peekBody(LONGEST_REFUSAL).string());
            }
            return nothing(chain);
        } catch (IOException e) {
            if (!closing) {
                throw e;
            }
            return nothing(chain);
        }
    }

    private static Response nothing(Interceptor.Chain chain) {
        byte[] nothing = "{\"ok\":true,\"result\":[]}".getBytes(StandardCharsets.UTF_8);
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("nothing")
                .body(ResponseBody.create(nothing, MediaType.get("application/json")))
                .build();
    }

    @Override
    public void close() {
        closing = true;
        session.stop();
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Polling did not end within {}", GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
