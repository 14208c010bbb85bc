package com.saqsommelier.core.page;

import java.time.Duration;
import java.time.Instant;

/**
 * When a page is due that was read before.
 *
 * @param now the present
 * @param passBeganAt what was asked for since then is not asked for again
 * @param refreshAge when a page is read again of which the sitemap does not say when it changed, and one that was missing
 * @param unchangedAge how long a page may wait whose {@code lastmod} moved while its Live Search record did not. Pages
 *     wait between three and five quarters of it, each as long as its SKU says, so that they do not all come due in
 *     one week
 */
public record DuePolicy(Instant now, Instant passBeganAt, Duration refreshAge, Duration unchangedAge) {}
