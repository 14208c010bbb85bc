package com.saqsommelier.backend.health;

import com.saqsommelier.core.delivery.DeliveryCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * Metrics of the alerts, from the last {@link HealthSnapshot}: a scrape never waits for the database. While the database does
 * not answer they are not a number.
 */
@Component
final class DeliveryMetrics implements MeterBinder {

    private final HealthMonitor health;

    DeliveryMetrics(HealthMonitor health) {
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "sommelier.deliveries.waiting", "Alerts that are to be sent", DeliveryCounts::waiting);
        gauge(
                registry,
                "sommelier.deliveries.held",
                "Alerts that wait for the end of quiet hours",
                DeliveryCounts::held);
        gauge(registry, "sommelier.deliveries.failed", "Alerts given up in the last 24 hours", DeliveryCounts::failed);
        Gauge.builder(
                        "sommelier.deliveries.oldest",
                        health,
                        monitor -> read(monitor.latest(), DeliveryCounts::oldestSeconds))
                .description("Age of the oldest alert that is to be sent")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<DeliveryCounts> number) {
        Gauge.builder(name, health, monitor -> read(monitor.latest(), number))
                .description(description)
                .register(registry);
    }

    private static double read(HealthSnapshot state, ToLongFunction<DeliveryCounts> number) {
        return state.deliveries()
                .map(counts -> (double) number.applyAsLong(counts))
                .orElse(Double.NaN);
    }
}
