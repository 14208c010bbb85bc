package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Waits for the updates that Telegram brings (Bot API, setWebhook), one virtual thread each.
 *
 * <p>An update is acknowledged when it is done with, or after {@link #LONGEST_WAIT}: whatever was not acknowledged when a
 * process is killed is brought again, to it or to another one; and as Telegram brings the next update of a chat only after
 * it, the order of a chat holds with several processes too.
 *
 * <p>Who does not know the secret learns nothing: the answer is 401 before the body is read.
 */
public final class WebhookReceiver implements AutoCloseable {

    /** Telegram's updates have some kilobytes. */
    static final int LARGEST_BODY = 1 << 20;

    /** Telegram waits for a minute, with 40 updates at a time at most. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final byte[] secret;
    private final Function<Update, CompletableFuture<Boolean>> inbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());

    private WebhookReceiver(WebhookSettings settings, Function<Update, CompletableFuture<Boolean>> inbox)
            throws IOException {
        this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
        this.inbox = inbox;
        server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(answer(exchange), -1);
            }
        });
    }

    /**
     * Begins to listen.
     *
     * @param inbox gets each update and says when it is done with
     * @throws IOException when the port is taken or the address is not this machine's
     */
    public static WebhookReceiver start(WebhookSettings settings, Function<Update, CompletableFuture<Boolean>> inbox)
            throws IOException {
        WebhookReceiver receiver = new WebhookReceiver(settings, inbox);
        receiver.server.start();
        return receiver;
    }

    /** The port at which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private int answer(HttpExchange exchange) throws IOException {
        if (!isFromTelegram(exchange)) {
            return 401;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return 405;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return 413;
        }
        JsonNode json;
        try {
            json = BotApi.parse(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            json = MissingNode.getInstance();
        }
        if (UpdateReader.id(json).isEmpty()) {
            // Not with the body: it is somebody's message.
            LOG.warn("The webhook was brought something that is no update, {} bytes", body.length);
            return 400;
        }
        // An update that cannot be read is acknowledged: Telegram would bring it again for a day, and other updates
        // after it.
        return UpdateReader.read(json).map(this::handled).orElse(200);
    }

    private boolean isFromTelegram(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(SECRET);
        // Takes as long for a wrong secret as for the right one.
        return given != null && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
    }

    private int handled(Update update) {
        try {
            boolean done = inbox.apply(update).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return done ? 200 : 503;
        } catch (TimeoutException e) {
            return 200;
        } catch (ExecutionException e) {
            LOG.error("Update {} was not handled", update.getUpdateId(), e);
            return 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    /** Stops listening and lets go of what is being handled; Telegram brings it again. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
