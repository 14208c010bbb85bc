package com.saqsommelier.simulator.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings updates to one address until it is closed. Chats do not wait for each other; the next update of a chat is brought
 * when the one before was taken, which is how Telegram's own server does it. One that is not taken, which any answer but 2xx
 * within a minute means, is brought again after a pause that grows.
 *
 * @see <a href="https://github.com/tdlib/telegram-bot-api">WebhookActor in the source of the Bot API server</a>
 */
final class WebhookDelivery implements AutoCloseable {

    /** By this name a failure of the next delivery is planned. */
    static final String PLANNED = "webhook";

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final URI address;
    private final String secret;
    private final int connections;
    private final Updates updates;
    private final PlannedFailures failures;
    private final Consumer<String> failed;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebhookDelivery(
            URI address,
            String secret,
            int connections,
            Updates updates,
            PlannedFailures failures,
            Consumer<String> failed) {
        this.address = address;
        this.secret = secret;
        this.connections = connections;
        this.updates = updates;
        this.failures = failures;
        this.failed = failed;
        this.free = new Semaphore(connections);
        threads.execute(this::hand);
    }

    URI address() {
        return address;
    }

    int connections() {
        return connections;
    }

    private void hand() {
        try {
            while (true) {
                free.acquire();
                ObjectNode update = updates.awaitOneOfNone(busy);
                long chat = Updates.chat(update);
                busy.add(chat);
                threads.execute(() -> bring(update, chat));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException closing) {
            // Closed between the update and its thread; the update stays where it is.
            return;
        }
    }

    private void bring(ObjectNode update, long chat) {
        try {
            Duration pause = FIRST_PAUSE;
            while (!taken(update)) {
                Thread.sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
            }
            updates.taken(update);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(chat);
            free.release();
            updates.wake();
        }
    }

    private boolean taken(ObjectNode update) throws InterruptedException {
        PlannedFailure planned = failures.take(PLANNED).orElse(null);
        if (planned instanceof PlannedFailure.Refusal refusal) {
            failed.accept(refusal.description());
            return false;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (planned instanceof PlannedFailure.CutAfterAccepting) {
                failed.accept("Connection reset by peer");
                return false;
            }
            if (status / 100 != 2) {
                failed.accept("Wrong response from the webhook: " + status);
            }
            return status / 100 == 2;
        } catch (IOException unreachable) {
            failed.accept(unreachable instanceof ConnectException ? "Connection refused" : "Read timeout expired");
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
