package com.saqsommelier.core.event;

import java.time.Instant;

/**
 * A change of a product that somebody may be told of.
 *
 * @param sku SAQ's code
 * @param source where it was read: {@code page}, {@code sitemap}
 * @param detectedAt time of the reading that showed it
 */
public record Event(String sku, EventKind kind, String source, Instant detectedAt) {}
