package com.saqsommelier.scraper.site;

import java.time.Duration;

/**
 * How a site is treated.
 *
 * @param userAgent names the project and a contact
 * @param delay the least time between the end of an answer and the next request; the site's Crawl-delay may lengthen it
 * @param tries how often a request is made at most whose answer is 429 or 5xx, or does not come; 1 or more
 * @param firstBackoff the pause before the second try, about; it doubles with each further one
 * @param longestRetryAfter a site that asks for a longer pause is left alone for this run
 * @param timeout for one answer from request to last byte
 */
public record Politeness(
        String userAgent,
        Duration delay,
        int tries,
        Duration firstBackoff,
        Duration longestRetryAfter,
        Duration timeout) {

    private static final int TRIES = 4;
    private static final Duration LEAST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The usual treatment: four tries, the first pause between them twice the delay, 30 s for an answer. */
    public static Politeness of(String userAgent, Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return new Politeness(
                userAgent,
                delay,
                TRIES,
                twice.compareTo(LEAST_BACKOFF) < 0 ? LEAST_BACKOFF : twice,
                LONGEST_RETRY_AFTER,
                TIMEOUT);
    }

    /** The same with another limit for one answer. */
    public Politeness withTimeout(Duration other) {
        return new Politeness(userAgent, delay, tries, firstBackoff, longestRetryAfter, other);
    }
}
