package com.saqsommelier.core.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * Report of one attempt to deliver a message of the outbox.
 *
 * @param outcome how it ended
 * @param retryAfter with {@link Outcome#RETRY}: the pause that the channel asked for; with one the try does not count
 * @param messageId with {@link Outcome#SENT}: the message, as the channel numbers it
 * @param consumer who claimed it; a {@link Outcome#RETRY} of somebody else than the last claimant changes nothing
 */
public record DeliveryReport(
        Outcome outcome, Optional<Duration> retryAfter, Optional<Long> messageId, Optional<String> consumer) {

    /** Without anything besides. */
    public DeliveryReport(Outcome outcome) {
        this(outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
