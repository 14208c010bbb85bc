package com.saqsommelier.scraper.site;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The crawl delay: the pause between the end of a response and the next request, with a little jitter on top, so that
 * requests do not synchronise with other clients. Used by one thread.
 */
final class CrawlDelay {

    /** Jitter costs time and must not: a hundredth of the delay at most. */
    private static final double JITTER = 0.01;

    private long lastEnd = System.nanoTime();
    private long heldUntil = lastEnd;
    private boolean asked;

    /** Waits until the next request may be made. */
    void await(Duration delay) throws InterruptedException {
        if (asked) {
            long jitter = (long)
                    (delay.toNanos() * JITTER * ThreadLocalRandom.current().nextDouble());
            sleepUntil(lastEnd + delay.toNanos() + jitter);
        }
        sleepUntil(heldUntil);
    }

    /** An answer, or the hope for one, has ended just now. */
    void ended() {
        asked = true;
        lastEnd = System.nanoTime();
    }

    /** Lets the next request wait so long from now at least. */
    void holdFor(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        if (until - heldUntil > 0) {
            heldUntil = until;
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        long rest = nanoTime - System.nanoTime();
        if (rest > 0) {
            Thread.sleep(Duration.ofNanos(rest));
        }
    }
}
