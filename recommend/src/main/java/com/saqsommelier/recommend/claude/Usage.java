package com.saqsommelier.recommend.claude;

/**
 * The tokens of a call, each counted once.
 *
 * @param input read at the full price
 * @param cacheWrite read and kept for the next calls
 * @param cacheRead known from earlier calls
 */
record Usage(long input, long output, long cacheWrite, long cacheRead) {

    static final Usage NONE = new Usage(0, 0, 0, 0);
}
