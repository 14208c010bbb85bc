package com.saqsommelier.backend.health;

import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.delivery.DeliveryCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What an operator watches of the alerts. While the database does not answer they are not a number. */
@Component
final class DeliveryMetrics implements MeterBinder {

    private final Deliveries deliveries;

    DeliveryMetrics(Deliveries deliveries) {
        this.deliveries = deliveries;
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
                        deliveries,
                        counted -> read(counted, DeliveryCounts::oldestSeconds))
                .description("Age of the oldest alert that is to be sent")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<DeliveryCounts> number) {
        Gauge.builder(name, deliveries, counted -> read(counted, number))
                .description(description)
                .register(registry);
    }

    private static double read(Deliveries deliveries, ToLongFunction<DeliveryCounts> number) {
        try {
            return number.applyAsLong(deliveries.counts());
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
