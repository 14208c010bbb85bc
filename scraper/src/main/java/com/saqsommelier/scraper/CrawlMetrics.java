package com.saqsommelier.scraper;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a crawl tells a monitoring system. */
final class CrawlMetrics {

    private static final String PAGES = "saq.pages";

    private final MeterRegistry registry;
    private final AtomicLong lastComplete;
    private final AtomicLong oldestPage;
    private final AtomicLong products;

    CrawlMetrics(MeterRegistry registry) {
        this.registry = registry;
        lastComplete = gauge("saq.catalogue.complete.timestamp.seconds");
        oldestPage = gauge("saq.catalogue.oldest.page.timestamp.seconds");
        products = gauge("saq.catalogue.products");
        // So that they are there, with zero, before the first of its kind.
        for (String outcome : List.of("inserted", "updated", "unchanged", "not_found", "forbidden", "failed")) {
            registry.counter(PAGES, "outcome", outcome);
        }
    }

    void page(String outcome) {
        registry.counter(PAGES, "outcome", outcome).increment();
    }

    void unreadable(String field) {
        registry.counter("saq.parse.failures", "field", field).increment();
    }

    void unreadValue(String field) {
        registry.counter("saq.parse.unread.values", "field", field).increment();
    }

    /** How old the catalogue is: when the last complete pass ended, when its oldest page was read, 0 for never. */
    void age(Optional<Instant> complete, Optional<Instant> oldest, long size) {
        lastComplete.set(complete.map(Instant::getEpochSecond).orElse(0L));
        oldestPage.set(oldest.map(Instant::getEpochSecond).orElse(0L));
        products.set(size);
    }

    private AtomicLong gauge(String name) {
        AtomicLong value = new AtomicLong();
        // Strong: the file of metrics is written after the crawl is gone.
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .strongReference(true)
                .register(registry);
        return value;
    }
}
