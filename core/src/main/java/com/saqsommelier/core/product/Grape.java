package com.saqsommelier.core.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A grape variety of a wine.
 *
 * @param name as saq.com writes it: {@code Cabernet sauvignon}
 * @param percent its share, above 0 and at most 100; null when saq.com does not say
 */
public record Grape(String name, @Nullable BigDecimal percent) {}
