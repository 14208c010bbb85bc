package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened in the chats, in order, for those who watch: the chat page and the tests. Keeps the newest 20,000 events.
 * Safe for use by several threads.
 */
final class ChatEvents {

    private static final int MOST_KEPT = 20_000;
    private static final long EVERY_CHAT = 0;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private long newest;

    /** What can happen; the name of a constant in lower case is the name of the server-sent event. */
    enum Kind {
        MESSAGE,
        EDITED,
        DELETED,
        ANSWER,
        INLINE,
        ACTION,
        BLOCKED,
        COMMANDS
    }

    /**
     * @param sequence counts all events of the stand-in from 1
     * @param content what the page is told
     * @param message as it was then; null where the event is not about one
     */
    record Event(
            long sequence,
            long chatId,
            Kind kind,
            JsonNode content,
            @Nullable ChatMessage message) {}

    void publish(long chatId, Kind kind, JsonNode content, @Nullable ChatMessage message) {
        lock.lock();
        try {
            events.add(new Event(++newest, chatId, kind, content, message));
            if (events.size() > MOST_KEPT) {
                events.remove();
            }
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells those who watch any chat. */
    void publishToAll(Kind kind) {
        publish(EVERY_CHAT, kind, Json.object(), null);
    }

    /** The sequence number of the last event. */
    long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all events after that one are still here. */
    boolean remembers(long sequence) {
        lock.lock();
        try {
            return sequence <= newest && sequence >= newest - events.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events of a chat after the given one; empty when none came in time. */
    List<Event> await(long chatId, long after, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            List<Event> found = after(chatId, after);
            while (found.isEmpty() && left > 0) {
                left = published.awaitNanos(left);
                found = after(chatId, after);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private List<Event> after(long chatId, long sequence) {
        List<Event> found = new ArrayList<>();
        for (Iterator<Event> backwards = events.descendingIterator(); backwards.hasNext(); ) {
            Event event = backwards.next();
            if (event.sequence() <= sequence) {
                break;
            }
            if (event.chatId() == chatId || event.chatId() == EVERY_CHAT) {
                found.add(event);
            }
        }
        return found.reversed();
    }
}
