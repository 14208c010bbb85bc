package com.saqsommelier.core.claude;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that is about to be made.
 *
 * @param recommendationId the answer that it is for
 * @param purpose as {@code understand}
 * @param most dollars that it can cost at most, which are held until it ended
 */
public record CallBegun(
        UUID recommendationId, String purpose, String model, String promptVersion, BigDecimal most, Instant at) {}
