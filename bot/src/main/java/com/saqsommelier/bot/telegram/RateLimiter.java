package com.saqsommelier.bot.telegram;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Rate limiter for outgoing messages: Telegram's 30 a second for a bot, one a second in a chat, 20 a minute in a group, and
 * the pauses ({@code retry_after}) that it asks for. Answers have priority over alerts: while an answer waits, no alert
 * passes. Within each class the order is first in, first out.
 *
 * <p>Alerts are spaced evenly, not sent in bursts. So few of them are in flight at any moment, which bounds how many a
 * killed process can leave in doubt (docs/decisions/0030-telegrams-limits.md).
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 */
final class RateLimiter {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What a message may be quicker on its way than the one before, and Telegram's clock than ours. */
    private static final long MARGIN = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int MOST_A_SECOND = 30;
    private static final int MOST_A_MINUTE_IN_A_GROUP = 20;

    /** Telegram tolerates short bursts in a chat without saying how long; two are an answer and one that was waiting. */
    private static final int CHAT_BURST = 2;

    /** 29.4 a second: a little room for answers beside a fan-out. */
    private static final long BETWEEN_ALERTS = TimeUnit.MILLISECONDS.toNanos(34);

    /** A second chat that is told to wait so soon after a first means the whole bot. */
    private static final long SAME_REASON = 3 * SECOND;

    private static final int MOST_IDLE_CHATS = 10_000;

    private static final Map<BotApi, RateLimiter> OF_BOTS = new ConcurrentHashMap<>();

    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SlidingWindow bot = new SlidingWindow(MOST_A_SECOND, SECOND + MARGIN);
    private final Map<Long, Chat> chats = new HashMap<>();
    private final ShortestRoundTrip quickest = new ShortestRoundTrip();

    /** Who waits for nothing but the bot's own limit, by the order in which they came. */
    private final SortedSet<Long> answers = new TreeSet<>();

    private final SortedSet<Long> alerts = new TreeSet<>();
    private long arrivals;
    private long nextAlert;
    private long pausedUntil;
    private long lastRefusal;
    private long lastRefused;

    /** Which goes first. */
    public enum Urgency {
        /** Somebody waits for it. */
        ANSWER,
        /** Nobody knows of it yet. */
        ALERT
    }

    private final class Chat {
        private final boolean group;
        private final Bucket bucket;
        private final SlidingWindow window = new SlidingWindow(MOST_A_MINUTE_IN_A_GROUP, 60 * SECOND + MARGIN);
        private long pausedUntil;

        Chat(boolean group) {
            this.group = group;
            this.bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(CHAT_BURST).refillGreedy(1, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(new Meter(clock))
                    .build();
        }

        long delay(long now, boolean edit) {
            long asked = Math.max(0, pausedUntil - now);
            if (group) {
                return Math.max(asked, window.delay(now));
            }
            // An edit is not a message that makes a telephone ring; Telegram counts it for the bot alone.
            return edit
                    ? asked
                    : Math.max(asked, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }

        void add(SlidingWindow.Call call, boolean edit) {
            if (group) {
                window.add(call);
            } else if (!edit) {
                bucket.tryConsume(1);
            }
        }

        boolean idle(long now) {
            return pausedUntil <= now && (group ? window.idle(now) : bucket.getAvailableTokens() == CHAT_BURST);
        }
    }

    /** The pace of a bot: the limits are the bot's, so whatever speaks for it in this process shares one. */
    static RateLimiter of(BotApi bot) {
        return OF_BOTS.computeIfAbsent(bot, unknown -> new RateLimiter());
    }

    RateLimiter() {
        this(System::nanoTime);
    }

    RateLimiter(LongSupplier clock) {
        this.clock = clock;
        long now = clock.getAsLong();
        nextAlert = now;
        pausedUntil = now;
        lastRefusal = now - SAME_REASON;
    }

    /** The right to one call; closed when Telegram has answered it, or will not. */
    public final class Turn implements AutoCloseable {

        private final SlidingWindow.Call call;

        private Turn(SlidingWindow.Call call) {
            this.call = call;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                long now = clock.getAsLong();
                call.taken(now - quickest.of(now - call.begun()));
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for the turn of a new message. */
    Turn message(long chat, Urgency urgency) throws InterruptedException {
        return turn(chat, urgency, false);
    }

    /** Waits for the turn of a change to a message. */
    Turn edit(long chat, Urgency urgency) throws InterruptedException {
        return turn(chat, urgency, true);
    }

    /**
     * Notes that Telegram asked to wait. It does not say whether it means the chat or the bot: the chat, unless another chat
     * was told so just before.
     *
     * @param seconds at least 1
     */
    void refused(long chat, int seconds) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            long until = now + seconds * SECOND;
            if (lastRefused != chat && now - lastRefusal < SAME_REASON) {
                pausedUntil = Math.max(pausedUntil, until);
            } else {
                Chat paused = chat(chat);
                paused.pausedUntil = Math.max(paused.pausedUntil, until);
            }
            lastRefused = chat;
            lastRefusal = now;
        } finally {
            lock.unlock();
        }
    }

    private Turn turn(long id, Urgency urgency, boolean edit) throws InterruptedException {
        lock.lockInterruptibly();
        SortedSet<Long> queue = urgency == Urgency.ANSWER ? answers : alerts;
        long place = arrivals++;
        try {
            while (true) {
                long now = clock.getAsLong();
                long mine = chat(id).delay(now, edit);
                // Who waits for their own chat keeps nobody else from going.
                queue(queue, place, mine <= 0);
                long everybodys = Math.max(pausedUntil - now, bot.delay(now));
                long wait = Math.max(mine, urgency == Urgency.ANSWER ? everybodys : afterAnswers(everybodys, now));
                if (wait <= 0 && queue.first() == place) {
                    return begin(chat(id), urgency, edit, now);
                }
                boolean behind = queue.contains(place) && queue.first() != place;
                // Whoever leaves the queue wakes those behind.
                long _ = changed.awaitNanos(behind ? SECOND : wait);
            }
        } finally {
            queue(queue, place, false);
            lock.unlock();
        }
    }

    private void queue(Set<Long> queue, long place, boolean waits) {
        if (waits ? queue.add(place) : queue.remove(place)) {
            changed.signalAll();
        }
    }

    private long afterAnswers(long everybodys, long now) {
        long wait = Math.max(everybodys, nextAlert - now);
        return answers.isEmpty() ? wait : Math.max(wait, BETWEEN_ALERTS);
    }

    private Turn begin(Chat chat, Urgency urgency, boolean edit, long now) {
        SlidingWindow.Call call = new SlidingWindow.Call(now);
        bot.add(call);
        chat.add(call, edit);
        if (urgency == Urgency.ALERT) {
            // One that was late may be caught up with, a rest may not.
            nextAlert = Math.max(nextAlert, now - BETWEEN_ALERTS) + BETWEEN_ALERTS;
        }
        return new Turn(call);
    }

    private Chat chat(long id) {
        if (chats.size() > MOST_IDLE_CHATS) {
            long now = clock.getAsLong();
            chats.values().removeIf(chat -> chat.idle(now));
        }
        // Bot API, Chat: the ids of groups are negative.
        return chats.computeIfAbsent(id, unknown -> new Chat(unknown < 0));
    }

    private record Meter(LongSupplier clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
