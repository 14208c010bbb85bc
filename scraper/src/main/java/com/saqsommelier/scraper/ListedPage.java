package com.saqsommelier.scraper;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A product page as a sitemap lists it.
 *
 * @param lastModified what the site says of it; empty when it says nothing
 */
record ListedPage(String sku, URI address, Optional<Instant> lastModified) {}
