package com.saqsommelier.search;

import java.time.Instant;
import java.util.Optional;

/**
 * How current an index is.
 *
 * @param revision the last change that the index holds, 0 before the first
 * @param currentAt when the index was last known to hold everything that the database held
 * @param problem what keeps the index from following now; empty when nothing does
 */
public record FeedState(long revision, Instant currentAt, Optional<String> problem) {}
