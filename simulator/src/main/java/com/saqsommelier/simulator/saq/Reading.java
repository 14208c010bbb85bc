package com.saqsommelier.simulator.saq;

import java.time.Instant;

/**
 * A product at one moment. The lastmod of the sitemap is in the product, and stock does not move it.
 *
 * @param product what its page says
 * @param pageModified when the page last became another, stock included: its Last-Modified
 */
record Reading(SaqProduct product, Instant pageModified) {}
