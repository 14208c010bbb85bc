package com.saqsommelier.recommend.claude;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each kind of setback once in ten minutes, with how many there were since. Safe for several threads. */
final class RareLog {

    private static final Logger LOG = LoggerFactory.getLogger(RareLog.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<ClaudeFailure, Instant> last = new EnumMap<>(ClaudeFailure.class);
    private final Map<ClaudeFailure, Integer> since = new EnumMap<>(ClaudeFailure.class);

    RareLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void tell(ClaudeFailureException e) {
        Instant now = clock.instant();
        Instant before = last.get(e.setback());
        if (before != null && before.plus(PAUSE).isAfter(now)) {
            since.merge(e.setback(), 1, Integer::sum);
            return;
        }
        last.put(e.setback(), now);
        Integer more = since.remove(e.setback());
        LOG.warn(
                "{}{} Answers are given without it meanwhile.",
                e.getMessage(),
                more == null ? "" : " " + more + " more since the last such line.");
    }
}
