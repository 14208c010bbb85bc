package com.saqsommelier.backend.retention;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.retention.Retention;
import com.saqsommelier.core.retention.RetentionRule;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Applies the {@link RetentionRule}s soon after the start and then every few hours, whatever else is scheduled: the promise
 * of {@code /privacy} does not depend on a timetable that an operator may turn off.
 */
@Component
final class RetentionSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSchedule.class);

    /** Long enough for a start not to compete with it. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private static final Duration INTERVAL = Duration.ofHours(6);

    private final Retention retention;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory());

    @Autowired
    RetentionSchedule(Database database, InstantSource clock) {
        this(database, clock, AFTER_START);
    }

    RetentionSchedule(Database database, InstantSource clock, Duration afterStart) {
        retention = new Retention(database, clock);
        var _ = thread.scheduleWithFixedDelay(
                this::apply, afterStart.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    private void apply() {
        try {
            Map<RetentionRule, Integer> deleted = retention.apply();
            if (!deleted.isEmpty()) {
                LOG.info("Retention deleted rows that are too old: {}", deleted);
            }
        } catch (RuntimeException e) {
            LOG.warn("Retention could not delete what is too old; it tries again in {}", INTERVAL, e);
        }
    }
}
