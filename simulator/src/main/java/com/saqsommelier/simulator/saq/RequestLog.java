package com.saqsommelier.simulator.saq;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the site saw of its visitors: the judge of a crawler's manners. Requests to {@code /_simulator/} are not counted.
 *
 * <p>Memory is bounded: beyond 200,000 different paths and 100 user agents the rest is counted under {@code (other)}.
 * Safe for use by several threads.
 */
public final class RequestLog {

    private static final String OTHER = "(other)";
    private static final int MOST_PATHS = 200_000;
    private static final int MOST_AGENTS = 100;
    private static final int MOST_VIOLATIONS = 100;

    private final Map<String, Long> paths = new LinkedHashMap<>();
    private final Map<String, Long> agents = new LinkedHashMap<>();
    private final Map<String, Long> violations = new LinkedHashMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long count;
    private long violationCount;
    private int running;
    private int mostAtOnce;
    private long lastEnd;
    private boolean anyEnded;
    private long smallestGapNanos = Long.MAX_VALUE;

    RequestLog() {}

    /**
     * All counters at one moment.
     *
     * @param count requests, the refused ones included
     * @param smallestGapMillis milliseconds from the end of an answer to the start of the next request; 0 when a request
     *     came before the answer to another had ended, -1 before the second request
     * @param mostAtOnce the largest number of requests that were being answered at a time
     * @param statuses how often each status was answered; 0 stands for a connection closed without an answer
     * @param userAgents how often each was used
     * @param violations how many requests robots.txt disallows
     * @param violatingPaths the first hundred different paths of them
     */
    public record Counters(
            long count,
            double smallestGapMillis,
            int mostAtOnce,
            Map<Integer, Long> statuses,
            Map<String, Long> userAgents,
            long violations,
            Map<String, Long> violatingPaths) {}

    /** How many requests have begun. */
    public synchronized long count() {
        return count;
    }

    /** How many requests a path has had, without query string. */
    public synchronized long count(String path) {
        return paths.getOrDefault(path, 0L);
    }

    /** Requests by path, without query strings, in the order of the first request of each. */
    public synchronized Map<String, Long> byPath() {
        return new LinkedHashMap<>(paths);
    }

    /** Requests by user agent; a missing header counts as the empty text. */
    public synchronized Map<String, Long> byUserAgent() {
        return new LinkedHashMap<>(agents);
    }

    /** Answers by status; 0 stands for a connection closed without an answer. */
    public synchronized Map<Integer, Long> byStatus() {
        return new TreeMap<>(statuses);
    }

    /**
     * The shortest time from the end of an answer to the start of the next request; zero when a request came before the
     * answer to another had ended; absent before the second request.
     */
    public synchronized Optional<Duration> smallestGap() {
        return smallestGapNanos == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(smallestGapNanos));
    }

    /** The largest number of requests that were being answered at a time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** How many requests were for what robots.txt disallows. */
    public synchronized long violations() {
        return violationCount;
    }

    /** All counters but those by path. */
    public synchronized Counters counters() {
        double gap = smallestGap().map(shortest -> shortest.toNanos() / 1e6).orElse(-1.0);
        return new Counters(
                count, gap, mostAtOnce, byStatus(), byUserAgent(), violationCount, new LinkedHashMap<>(violations));
    }

    /** Starts counting anew; requests being answered right now are still known to be running. */
    public synchronized void clear() {
        paths.clear();
        agents.clear();
        violations.clear();
        statuses.clear();
        count = 0;
        violationCount = 0;
        mostAtOnce = running;
        anyEnded = false;
        smallestGapNanos = Long.MAX_VALUE;
    }

    synchronized Running started(String path, String userAgent) {
        if (running > 0) {
            smallestGapNanos = 0;
        } else if (anyEnded) {
            smallestGapNanos = Math.min(smallestGapNanos, System.nanoTime() - lastEnd);
        }
        count++;
        running++;
        mostAtOnce = Math.max(mostAtOnce, running);
        add(paths, path, MOST_PATHS);
        add(agents, userAgent, MOST_AGENTS);
        return new Running();
    }

    synchronized void violation(String path) {
        violationCount++;
        add(violations, path, MOST_VIOLATIONS);
    }

    synchronized void answered(int status) {
        statuses.merge(status, 1L, Long::sum);
    }

    private static void add(Map<String, Long> counts, String key, int most) {
        counts.merge(counts.size() < most || counts.containsKey(key) ? key : OTHER, 1L, Long::sum);
    }

    /** A request whose answer has not ended. */
    final class Running {

        private boolean ended;

        /** To be called just before the last byte of the answer, and again in any case: only the first call counts. */
        void end() {
            synchronized (RequestLog.this) {
                if (!ended) {
                    ended = true;
                    running--;
                    anyEnded = true;
                    lastEnd = System.nanoTime();
                }
            }
        }
    }
}
