package com.saqsommelier.core.page;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A page that is to be asked for.
 *
 * @param lastModified what the sitemap says; empty when it says nothing
 * @param etag validator of the last full answer
 * @param lastModifiedHeader validator of the last full answer
 * @param contentHash what the page said when it was last read; empty when it never was
 * @param recordHash the present Live Search record; empty where there is none
 * @param firstAttemptedAt when it was first asked for; empty when it never was
 * @param failedBefore whether it was asked for in vain the last time
 */
public record DuePage(
        String sku,
        URI url,
        Optional<Instant> lastModified,
        Optional<String> etag,
        Optional<String> lastModifiedHeader,
        Optional<String> contentHash,
        Optional<String> recordHash,
        Optional<Instant> firstAttemptedAt,
        boolean failedBefore) {}
