package com.saqsommelier.backend.health;

import com.saqsommelier.search.IndexFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What an operator watches of the index. */
@Component
final class IndexMetrics implements MeterBinder {

    private final HealthMonitor health;
    private final IndexFeed feed;
    private final InstantSource clock;

    IndexMetrics(HealthMonitor health, IndexFeed feed, InstantSource clock) {
        this.health = health;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "sommelier.index.products",
                        health,
                        monitor -> monitor.latest()
                                .products()
                                .map(Integer::doubleValue)
                                .orElse(Double.NaN))
                .description("Products that the index holds")
                .register(registry);
        Gauge.builder(
                        "sommelier.index.revision",
                        feed,
                        follower -> follower.state().revision())
                .description("Last change that the index holds")
                .register(registry);
        Gauge.builder("sommelier.index.age", feed, this::age)
                .description("Time since the index was known to hold all that the database held")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age(IndexFeed follower) {
        return Duration.between(follower.state().currentAt(), clock.instant()).toMillis() / 1000.0;
    }
}
