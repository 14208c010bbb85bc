package com.saqsommelier.bot.telegram;

import com.saqsommelier.bot.telegram.Telegram.Destination;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notice for slow answers: Telegram shows that the bot is typing, then the bot sends "one moment", and the answer replaces
 * that message when it is ready.
 */
public final class SlowAnswerNotice implements AutoCloseable {

    /** After that the bot is shown to be writing. */
    static final Duration WRITING = Duration.ofMillis(700);

    /** After that it says so. */
    static final Duration WORDS = Duration.ofSeconds(2);

    private final Telegram telegram;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("one-moment").factory());

    /** Speaks by Telegram. */
    public SlowAnswerNotice(Telegram telegram) {
        this.telegram = telegram;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins to wait for the answer to a message.
     *
     * @param words asked for when they are needed, as they depend on what is known by then
     */
    public Answer forMessage(Destination to, Supplier<Reply> words) {
        StreamedMessage answer = new StreamedMessage(telegram, to, words);
        answer.endLater(List.of(later(WRITING, answer::write), later(WORDS, answer::speak)));
        return answer;
    }

    /**
     * Begins to wait for what a tapped button does.
     *
     * @param words shown in passing
     */
    public Acknowledgement forTap(String tap, Supplier<String> words) {
        Acknowledgement acknowledgement = new Acknowledgement(tap);
        acknowledgement.timer = later(WORDS, () -> acknowledgement.say(words.get()));
        return acknowledgement;
    }

    /** Each on a thread of its own, as Telegram may be slow too. */
    private ScheduledFuture<?> later(Duration delay, Runnable task) {
        return clock.schedule(
                () -> Thread.ofVirtual().name("one-moment").start(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A message that waits for its answer. */
    public interface Answer {

        /**
         * Shows what there is of the answer so far, without a keyboard; what is shown or sent next takes its place. Returns
         * at once, and shows the newest only where Telegram's limits do not let all of them through.
         */
        void show(Reply soFar);

        /** Sends the answer, in the place of "one moment" or of a part where those were said. */
        void send(Reply reply);

        /** Ends the waiting without an answer. */
        void drop();
    }

    /** A tap whose button spins until it is acknowledged; Telegram takes one acknowledgement. */
    public final class Acknowledgement {

        private final String tap;
        private volatile @Nullable ScheduledFuture<?> timer;
        private boolean said;

        private Acknowledgement(String tap) {
            this.tap = tap;
        }

        /** Ends the waiting without an acknowledgement, as another one gives it. */
        public void drop() {
            ScheduledFuture<?> waiting = timer;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }

        /**
         * Acknowledges, unless that was done.
         *
         * @return whether it was left to do; if not, the words are not shown
         */
        public synchronized boolean say(String words) {
            drop();
            boolean first = !said;
            if (first) {
                said = true;
                telegram.acknowledge(tap, words);
            }
            return first;
        }
    }
}
