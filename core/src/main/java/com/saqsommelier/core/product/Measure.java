package com.saqsommelier.core.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as saq.com prints it, with its value.
 *
 * @param value in the unit of the field that holds the measure; null when the text could not be read as a number
 * @param text as printed: {@code 13,5 %}, {@code <1,2 g/L}, {@code 4 x 355 ml}
 */
public record Measure(@Nullable BigDecimal value, String text) {}
