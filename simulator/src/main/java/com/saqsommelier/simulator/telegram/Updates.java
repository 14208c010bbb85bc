package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What waits for the bot, and the long poll that fetches it.
 *
 * <p>An update stays until a call with a higher offset confirms it; beyond 10,000 the oldest is dropped. One call waits at a
 * time: a second one ends the first with 409. Safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 */
final class Updates {

    private static final int MOST_PENDING = 10_000;
    private static final int LARGEST_BATCH = 100;
    private static final long LONGEST_POLL_SECONDS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ObjectNode> pending = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private long nextId;
    private long newestPoll;
    private boolean brought;

    /** @param firstId the id of the first update; grows between runs so that a bot that kept running takes none for old */
    Updates(long firstId) {
        nextId = firstId;
    }

    /** Queues an update, unless the bot said that it does not want its kind. */
    void publish(String kind, JsonNode content) {
        lock.lock();
        try {
            if (!allowed.isEmpty() && !allowed.contains(kind)) {
                return;
            }
            ObjectNode update = Json.object().put("update_id", nextId++);
            update.set(kind, content);
            pending.add(update);
            if (pending.size() > MOST_PENDING) {
                pending.remove();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return pending.size();
        } finally {
            lock.unlock();
        }
    }

    void drop() {
        lock.lock();
        try {
            pending.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers one getUpdates call, after waiting for an update if there is none.
     *
     * @throws ApiException 409 when another call came in the meantime
     */
    ArrayNode poll(Parameters parameters) throws InterruptedException {
        long offset = parameters.integer("offset").orElse(0L);
        long limit = Math.clamp(parameters.integer("limit").orElse(100L), 1, LARGEST_BATCH);
        Duration timeout =
                Duration.ofSeconds(Math.clamp(parameters.integer("timeout").orElse(0L), 0, LONGEST_POLL_SECONDS));
        lock.lock();
        try {
            refuseWhenBrought();
            allow(parameters);
            long poll = ++newestPoll;
            changed.signalAll();
            confirm(offset);
            long left = timeout.toNanos();
            while (pending.isEmpty() && left > 0 && poll == newestPoll && !brought) {
                left = changed.awaitNanos(left);
            }
            refuseWhenBrought();
            if (poll != newestPoll) {
                throw new ApiException(
                        409,
                        "Conflict: terminated by other getUpdates request; "
                                + "make sure that only one bot instance is running",
                        null);
            }
            ArrayNode batch = Json.array();
            pending.stream().limit(limit).forEach(batch::add);
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhenBrought() {
        if (brought) {
            throw new ApiException(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; "
                            + "use deleteWebhook to delete the webhook first",
                    null);
        }
    }

    /** Whether a webhook brings the updates, so that none can be fetched. */
    void bringThem(boolean webhook) {
        lock.lock();
        try {
            brought = webhook;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the kinds that a call names; where it names none they stay what they were. */
    void allow(Parameters parameters) {
        Set<String> kinds = kinds(parameters.json("allowed_updates", "can't parse allowed updates JSON object"));
        lock.lock();
        try {
            if (kinds != null) {
                allowed = kinds;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds the kinds that the bot gets, unless it gets all. */
    void describeAllowed(ObjectNode description) {
        lock.lock();
        try {
            if (!allowed.isEmpty()) {
                ArrayNode kinds = description.putArray("allowed_updates");
                allowed.stream().sorted().forEach(kinds::add);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the oldest update of a chat that is not busy; it stays until it is {@link #taken}. */
    ObjectNode awaitOneOfNone(Set<Long> busy) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                for (ObjectNode update : pending) {
                    if (!busy.contains(chat(update))) {
                        return update;
                    }
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void taken(ObjectNode update) {
        lock.lock();
        try {
            pending.remove(update);
        } finally {
            lock.unlock();
        }
    }

    /** Has whoever waits look again. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The chat in whose order an update stands; of what is said outside of chats it is the person. */
    static long chat(ObjectNode update) {
        for (JsonNode content : update) {
            if (content.isObject()) {
                JsonNode message = content.has("message") ? content.path("message") : content;
                return message.has("chat")
                        ? message.path("chat").path("id").asLong()
                        : content.path("from").path("id").asLong();
            }
        }
        return 0;
    }

    /** Waits until a getUpdates call is waiting or has come after the given number of them. */
    boolean awaitPolls(long count, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (newestPoll < count && left > 0) {
                left = changed.awaitNanos(left);
            }
            return newestPoll >= count;
        } finally {
            lock.unlock();
        }
    }

    private void confirm(long offset) {
        if (offset < 0) {
            while (pending.size() > -offset) {
                pending.remove();
            }
            return;
        }
        while (!pending.isEmpty() && pending.element().path("update_id").asLong() < offset) {
            pending.remove();
        }
    }

    private static @Nullable Set<String> kinds(@Nullable JsonNode allowed) {
        if (allowed == null) {
            return null;
        }
        if (!allowed.isArray()) {
            throw ApiException.badRequest("can't parse allowed updates: an Array is expected");
        }
        List<JsonNode> kinds = allowed.valueStream().toList();
        if (!kinds.stream().allMatch(JsonNode::isString)) {
            throw ApiException.badRequest("can't parse allowed updates: an Array of String is expected");
        }
        return kinds.stream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
    }
}
