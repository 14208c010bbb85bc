package com.saqsommelier.scraper;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What a job tells a monitoring system about its requests. */
final class RequestMetrics {

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void requested(int status, long bytes, Duration took) {
        String code = status == 0 ? "none" : Integer.toString(status);
        registry.timer("saq.requests", "status", code).record(took);
        registry.counter("saq.response.bytes").increment((double) bytes);
    }
}
