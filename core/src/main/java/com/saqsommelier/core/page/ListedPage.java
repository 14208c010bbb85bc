package com.saqsommelier.core.page;

import java.time.Instant;
import java.util.Optional;

/**
 * A product page as a sitemap lists it.
 *
 * @param sku 2 to 8 digits
 * @param url its address
 * @param lastModified the last moment of which the sitemap says that the page may have changed then (for a date, the end
 *     of that day); empty when it says nothing
 */
public record ListedPage(String sku, String url, Optional<Instant> lastModified) {}
