package com.saqsommelier.core.person;

import java.time.Instant;

/**
 * The wish to be told what becomes of a product.
 *
 * @param userId channel and the id there: {@code tg:123}
 * @param sku SAQ's code
 * @param createdAt since when; what was read before is not told
 */
public record Watch(String userId, String sku, Instant createdAt) {}
