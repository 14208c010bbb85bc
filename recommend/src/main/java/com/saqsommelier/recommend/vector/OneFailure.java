package com.saqsommelier.recommend.vector;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Circuit breakers that one failure opens and one success closes, for what costs each question seconds while it fails. */
final class OneFailure {

    private OneFailure() {}

    /**
     * A closed circuit.
     *
     * @param wait how long it stays open after a failure
     */
    static CircuitBreaker breaker(String name, Duration wait, InstantSource clock) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1)
                        .minimumNumberOfCalls(1)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(wait)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }
}
