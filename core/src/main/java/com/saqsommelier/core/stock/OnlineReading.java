package com.saqsommelier.core.stock;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a product can be ordered online, as one source says.
 *
 * @param sku SAQ's code
 * @param quantity bottles; null when only their presence is known
 * @param readAt when
 * @param details what else the source says; empty when it says nothing else
 */
public record OnlineReading(
        String sku,
        boolean available,
        @Nullable Integer quantity,
        StockSource source,
        Instant readAt,
        Optional<LiveDetails> details) {}
