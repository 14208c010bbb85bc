package com.saqsommelier.core.stock;

import java.time.Instant;

/**
 * Readings that wait for the operator.
 *
 * @param heldAt since when
 * @param reason why, as a sentence
 */
public record HeldReadings(Instant heldAt, String reason) {}
