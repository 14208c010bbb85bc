package com.saqsommelier.scraper.site;

import java.time.Duration;

/** Is told of each request that was made; called by one thread. */
@FunctionalInterface
public interface RequestListener {

    /**
     * A request has ended.
     *
     * @param status of the answer; 0 when there was none
     * @param bytes of the body, decompressed
     * @param took from the request to the last byte
     */
    void requested(int status, long bytes, Duration took);
}
