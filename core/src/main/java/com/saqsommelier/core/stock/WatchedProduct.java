package com.saqsommelier.core.stock;

import java.util.List;
import java.util.Optional;

/**
 * A product that somebody watches.
 *
 * @param magentoId by which saq.com's stock addresses know it; empty while its page was not read
 * @param stores identifiers of the stores that its watchers prefer
 */
public record WatchedProduct(String sku, Optional<Long> magentoId, List<String> stores) {}
