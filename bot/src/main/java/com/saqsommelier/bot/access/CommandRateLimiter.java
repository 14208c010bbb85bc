package com.saqsommelier.bot.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Rate limiter (token bucket) for each person: 40 commands and taps at once, and 40 a minute after that. A person over the
 * limit gets one notice and then no answer until a quarter of the bucket is refilled. Each process counts for itself. Safe
 * for use by several threads.
 */
public final class CommandRateLimiter {

    static final int AT_ONCE = 40;
    static final int ENOUGH_AGAIN = 10;
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final int MOST_PEOPLE = 20_000;

    private final TimeMeter time;
    private final Cache<Long, Allowance> people = Caffeine.newBuilder()
            .maximumSize(MOST_PEOPLE)
            .expireAfterAccess(REFILL.multipliedBy(2))
            .build();

    /** What to do with a command. */
    public enum Verdict {
        /** Handle it. */
        PASS,
        /** Do not handle it, and say why. */
        SAY,
        /** Do not handle it. */
        SILENCE
    }

    /** By the clock of this machine. */
    public CommandRateLimiter() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    CommandRateLimiter(TimeMeter time) {
        this.time = time;
    }

    /** Counts a command of a person. */
    public Verdict count(long user) {
        return people.get(user, person -> new Allowance(time)).count();
    }

    private static final class Allowance {

        private final Bucket bucket;
        private boolean silenced;

        Allowance(TimeMeter time) {
            bucket = Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL))
                    .build();
        }

        synchronized Verdict count() {
            if (silenced && bucket.getAvailableTokens() < ENOUGH_AGAIN) {
                return Verdict.SILENCE;
            }
            silenced = !bucket.tryConsume(1);
            return silenced ? Verdict.SAY : Verdict.PASS;
        }
    }
}
