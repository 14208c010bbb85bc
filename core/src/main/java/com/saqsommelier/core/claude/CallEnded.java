package com.saqsommelier.core.claude;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How a call went.
 *
 * @param outcome {@code ok}, or what went wrong
 * @param inputTokens read at the full price
 * @param cacheWriteTokens read and kept for the next calls
 * @param cacheReadTokens known from earlier calls
 * @param cost in dollars
 */
public record CallEnded(
        String outcome,
        long inputTokens,
        long outputTokens,
        long cacheWriteTokens,
        long cacheReadTokens,
        BigDecimal cost,
        Duration took) {}
