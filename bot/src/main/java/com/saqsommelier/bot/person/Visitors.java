package com.saqsommelier.bot.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may talk to the bot, and whom it has already told that they may not. */
public final class Visitors {

    /** When so many strangers were told within a day, the next ones are not: silence is cheaper than memory. */
    static final int MOST_REMEMBERED = 1_000;

    private static final Duration DAY = Duration.ofDays(1);

    private final Set<Long> allowed;
    private final InstantSource clock;
    private final Map<Long, Instant> told = new LinkedHashMap<>();

    /** The given people; nobody given lets everyone in. */
    public Visitors(Set<Long> allowed, InstantSource clock) {
        this.allowed = Set.copyOf(allowed);
        this.clock = clock;
    }

    /** Whether this person is answered. */
    public boolean mayEnter(long user) {
        return allowed.isEmpty() || allowed.contains(user);
    }

    /** Whether this stranger is to be told now; at most once in 24 hours, and remembered. */
    public synchronized boolean tellNow(long stranger) {
        Instant now = clock.instant();
        told.values().removeIf(when -> !when.plus(DAY).isAfter(now));
        if (told.containsKey(stranger) || told.size() >= MOST_REMEMBERED) {
            return false;
        }
        told.put(stranger, now);
        return true;
    }
}
