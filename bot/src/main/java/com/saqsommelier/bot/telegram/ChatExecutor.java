package com.saqsommelier.bot.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executor that runs the tasks of one chat in order, and those of different chats in parallel on virtual threads.
 *
 * <p>Invariant: a chat is in {@code waiting} exactly while a thread works for it. Guarded by {@code waiting} itself.
 */
public final class ChatExecutor implements AutoCloseable {

    /** Somebody who writes faster than they can be answered is not answered beyond this. */
    static final int MOST_WAITING = 50;

    private static final Logger LOG = LoggerFactory.getLogger(ChatExecutor.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("chat-", 0).factory());

    /**
     * Returns at once; the task runs after those that the chat already has.
     *
     * @return false where it has too many already and this one is not run
     */
    public boolean submit(long chat, Runnable task) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(chat);
            if (queue == null) {
                waiting.put(chat, new ArrayDeque<>());
                threads.execute(() -> work(chat, task));
            } else if (queue.size() < MOST_WAITING) {
                queue.add(task);
            } else {
                // No warning: whoever floods the chat would flood the log.
                LOG.debug("Chat {} has {} messages waiting; one more was dropped", chat, MOST_WAITING);
                return false;
            }
            return true;
        }
    }

    private void work(long chat, Runnable first) {
        Runnable task = first;
        while (task != null) {
            run(chat, task);
            task = next(chat);
        }
    }

    private static void run(long chat, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Also an Error: one message that blows the stack must not silence its chat for ever.
            LOG.error("A message of chat {} could not be handled", chat, e);
        }
    }

    private @Nullable Runnable next(long chat) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(chat);
            Runnable task = queue == null ? null : queue.poll();
            if (task == null) {
                waiting.remove(chat);
            }
            return task;
        }
    }

    /** Lets what is there come to its end, for 5 seconds at most; then interrupts it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some messages were not answered within {} of the stop", GOODBYE);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
