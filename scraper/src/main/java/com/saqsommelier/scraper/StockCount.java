package com.saqsommelier.scraper;

import org.jspecify.annotations.Nullable;

/** Counts while stock is read. Used by one thread. */
final class StockCount {

    int read;
    int stores;
    int failed;
    int requests;
    long bytes;
    boolean endedEarly;

    @Nullable
    String reason;
}
