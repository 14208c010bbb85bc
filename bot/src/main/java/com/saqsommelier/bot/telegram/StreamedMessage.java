package com.saqsommelier.bot.telegram;

import com.saqsommelier.bot.telegram.Telegram.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is streamed into one message of the chat: perhaps "one moment" first, then perhaps the part that is
 * written so far, and finally the whole.
 */
final class StreamedMessage implements SlowAnswerNotice.Answer {

    /** An answer that is whole so soon after its first part is sent whole. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    /** Telegram asks for no more than a message a second in a chat; it says nothing of edits, and more help no reader. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** In a group edits count among its 20 messages a minute; there has to be room for what others ask. */
    private static final Duration BETWEEN_IN_GROUP = Duration.ofSeconds(4);

    private final Telegram telegram;
    private final Destination to;
    private final Supplier<Reply> words;
    private final AtomicReference<@Nullable Reply> part = new AtomicReference<>();
    private volatile List<ScheduledFuture<?>> timers = List.of();
    private volatile boolean shown;
    private volatile boolean answered;

    /** Telegram's number of the message; guarded by this. */
    private Optional<Integer> message = Optional.empty();

    /** Whether Telegram did not take the first part; guarded by this. */
    private boolean refused;

    /** When Telegram had taken the last change of the message; guarded by this. */
    private long changed = System.nanoTime();

    StreamedMessage(Telegram telegram, Destination to, Supplier<Reply> words) {
        this.telegram = telegram;
        this.to = to;
        this.words = words;
    }

    /** What is to be stopped once there is something to show. */
    void endLater(List<ScheduledFuture<?>> waiting) {
        timers = waiting;
    }

    void write() {
        if (!answered) {
            telegram.write(to);
        }
    }

    synchronized void speak() {
        if (!answered && !shown) {
            message = telegram.post(to, words.get());
            changed = System.nanoTime();
        }
    }

    @Override
    public void show(Reply soFar) {
        shown = true;
        stopTimers();
        if (part.getAndSet(soFar) == null) {
            Thread.ofVirtual().name("answer-part").start(this::draw);
        }
    }

    /** Shows the newest part; only one thread at a time is here, as the next is begun when the part was taken. */
    private void draw() {
        try {
            Thread.sleep(SETTLING);
            synchronized (this) {
                pause(to.chat() < 0 ? BETWEEN_IN_GROUP : BETWEEN, true);
                Reply newest = part.getAndSet(null);
                if (answered || refused || newest == null) {
                    return;
                }
                if (message.isEmpty()) {
                    message = telegram.post(to, newest);
                    // Where Telegram refuses the first part, the whole may fare better, another part hardly.
                    refused = message.isEmpty();
                } else {
                    boolean _ = telegram.edit(to.chat(), message.get(), newest);
                }
                changed = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the message may be changed again, without keeping the whole answer from coming.
     *
     * @param whole whether the whole answer ends the wait
     */
    private synchronized void pause(Duration least, boolean whole) throws InterruptedException {
        if (message.isEmpty()) {
            return;
        }
        while (!(whole && answered)) {
            long left = least.toMillis()
                    - Duration.ofNanos(System.nanoTime() - changed).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    @Override
    public void send(Reply reply) {
        answered = true;
        stopTimers();
        synchronized (this) {
            notifyAll();
            if (shown) {
                waitForTurn();
            }
            if (message.isEmpty()) {
                telegram.send(to, reply);
            } else if (reply.keyboard() == null || reply.buttons() != null) {
                if (!telegram.edit(to.chat(), message.get(), reply)) {
                    telegram.send(to, reply);
                }
            } else {
                // Bot API, editMessageText: the keyboard below the chat comes with a new message only.
                telegram.send(to, reply);
                telegram.delete(to.chat(), message.get());
            }
        }
    }

    private void waitForTurn() {
        try {
            pause(BETWEEN, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void drop() {
        answered = true;
        stopTimers();
        message.ifPresent(there -> telegram.delete(to.chat(), there));
    }

    private void stopTimers() {
        timers.forEach(timer -> timer.cancel(false));
    }
}
