package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A grape variety of a wine.
 *
 * @param name as saq.com writes it: {@code Cabernet sauvignon}
 * @param percent its share, above 0 and at most 100; null when saq.com does not say
 */
@Schema(name = "Grape")
public record GrapeView(String name, @Nullable BigDecimal percent) {}
