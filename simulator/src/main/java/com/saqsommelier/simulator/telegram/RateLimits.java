package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Telegram's limits on messages: 30 a second in all, one a second in a private chat, 20 a minute in a group.
 *
 * <p>Telegram tolerates short bursts in a chat without saying how long; here a private chat may get three messages at once
 * and one a second after that. The other two are counted over a sliding window. New messages count everywhere; edits count in
 * all and in groups, not against the one a second of a private chat. A refused message does not count. Guarded by the caller.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 */
final class RateLimits {

    private static final Window ALL = new Window(30, Duration.ofSeconds(1));
    private static final Window GROUP = new Window(20, Duration.ofMinutes(1));
    private static final int CHAT_BURST = 3;
    private static final Duration CHAT_INTERVAL = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Deque<Instant> sent = new ArrayDeque<>();

    private record Window(int most, Duration length) {}

    /** The messages that one chat got; belongs to the chat. */
    static final class Allowance {
        private final Deque<Instant> inGroup = new ArrayDeque<>();
        private Instant paidUntil = Instant.MIN;
    }

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts a new message.
     *
     * @throws ApiException 429 with the time to wait
     */
    void countMessage(Allowance chat, boolean group) {
        Instant now = clock.instant();
        refuseWhenFull(sent, ALL, now);
        if (group) {
            refuseWhenFull(chat.inGroup, GROUP, now);
            chat.inGroup.add(now);
        } else {
            // Each message pays for one interval; at most the burst can be paid in advance.
            Instant start = chat.paidUntil.isAfter(now) ? chat.paidUntil : now;
            Instant latest = now.plus(CHAT_INTERVAL.multipliedBy(CHAT_BURST - 1L));
            if (start.isAfter(latest)) {
                throw ApiException.tooManyRequests(Duration.between(latest, start));
            }
            chat.paidUntil = start.plus(CHAT_INTERVAL);
        }
        sent.add(now);
    }

    /**
     * Counts an edit.
     *
     * @throws ApiException 429 with the time to wait
     */
    void countEdit(Allowance chat, boolean group) {
        Instant now = clock.instant();
        refuseWhenFull(sent, ALL, now);
        if (group) {
            refuseWhenFull(chat.inGroup, GROUP, now);
            chat.inGroup.add(now);
        }
        sent.add(now);
    }

    private static void refuseWhenFull(Deque<Instant> times, Window window, Instant now) {
        Instant start = now.minus(window.length());
        while (!times.isEmpty() && !times.element().isAfter(start)) {
            times.remove();
        }
        if (times.size() >= window.most()) {
            throw ApiException.tooManyRequests(Duration.between(start, times.element()));
        }
    }
}
