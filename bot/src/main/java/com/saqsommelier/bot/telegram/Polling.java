package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates, one question at a time, on a virtual thread (Bot API, getUpdates).
 *
 * <p>Each update is read alone and leniently ({@link UpdateReader}). One that cannot be read is logged, acknowledged with
 * those around it, and passed over: Telegram would bring it again with every question, and nobody would be answered.
 */
public final class Polling implements AutoCloseable {

    /** All that the bot reads; Telegram keeps the rest to itself. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "inline_query");

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int ANSWER_WITHIN_SECONDS = 50;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(ANSWER_WITHIN_SECONDS + 25);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final BotApi api;
    private final Consumer<Update> consumer;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .build();
    private final PollingConflict conflict = new PollingConflict();
    private final PollingPause pause = new PollingPause();
    private final PollingOffset offset = new PollingOffset();
    private final Thread thread = Thread.ofVirtual().name("telegram-polling").unstarted(this::work);
    private volatile boolean closing;
    private volatile @Nullable Call question;
    private volatile @Nullable String problem;

    private Polling(BotApi api, Consumer<Update> consumer) {
        this.api = api;
        this.consumer = consumer;
    }

    /**
     * Starts asking.
     *
     * @param consumer gets each update once, in Telegram's order, and must return at once
     */
    public static Polling start(BotApi api, Consumer<Update> consumer) {
        Polling polling = new Polling(api, consumer);
        polling.thread.start();
        return polling;
    }

    private void work() {
        while (!closing) {
            try {
                ask();
                pause.reset();
                if (problem != null) {
                    LOG.info("Telegram answers again; messages are taken as before");
                }
                problem = null;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (closing) {
                    return;
                }
                if (problem != null) {
                    LOG.debug("Telegram still brings no updates", e);
                } else {
                    LOG.error(
                            "Telegram brings no updates for now ({}); it is asked again until it does",
                            e.toString(),
                            e);
                }
                problem = e.toString();
                if (!sleep(pause.nextBackOffMillis())) {
                    return;
                }
            }
        }
    }

    private void ask() throws IOException, InterruptedException {
        Call call = http.newCall(api.request("getUpdates", question(offset)));
        question = call;
        BotApiResponse response = BotApiResponse.of(call);
        if (response.status() == PollingConflict.STATUS) {
            conflict.met(response.text());
            return;
        }
        if (response.retryAfter() > 0) {
            TimeUnit.SECONDS.sleep(Math.min(response.retryAfter(), PollingPause.LONGEST.toSeconds()));
            return;
        }
        JsonNode updates;
        try {
            updates = response.json().path("result");
        } catch (JsonProcessingException e) {
            // Not Telegram's: a proxy's page, an answer that was cut. Or one update in it breaks the whole.
            if (response.status() != 200 || !offset.isolate(response.text())) {
                throw new IOException("an answer that is not JSON, status " + response.status());
            }
            return;
        }
        if (response.status() != 200 || !updates.isArray()) {
            throw new IOException(response.description());
        }
        deliver(updates);
    }

    private byte[] question(PollingOffset offset) {
        return BotApi.json(node -> {
            node.put("timeout", ANSWER_WITHIN_SECONDS).put("limit", offset.limit());
            if (offset.next() > 0) {
                node.put("offset", offset.next());
            }
            KINDS.forEach(node.putArray("allowed_updates")::add);
        });
    }

    /** Hands over what can be read. Whatever a handler throws, the next update is handed over and all are acknowledged. */
    private void deliver(JsonNode updates) throws IOException {
        for (JsonNode json : updates) {
            UpdateReader.read(json).ifPresent(update -> {
                try {
                    consumer.accept(update);
                } catch (RuntimeException e) {
                    LOG.error("Update {} was not handled", update.getUpdateId(), e);
                }
            });
        }
        if (!offset.acknowledge(updates)) {
            throw new IOException("updates without a number, which cannot be acknowledged");
        }
    }

    private static boolean sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Why the last question failed; empty while Telegram answers. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Breaks off the open question, which is how polling ends. */
    @Override
    public void close() {
        closing = true;
        Call open = question;
        if (open != null) {
            open.cancel();
        }
        thread.interrupt();
        try {
            if (!thread.join(GOODBYE)) {
                LOG.warn("Polling did not end within {}", GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
