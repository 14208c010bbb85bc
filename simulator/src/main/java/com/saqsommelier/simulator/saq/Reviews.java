package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;

/**
 * What customers thought.
 *
 * @param rating 1 to 5, one decimal
 * @param count how many rated, at least 1
 */
public record Reviews(BigDecimal rating, int count) {}
