package com.saqsommelier.app.settings;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * When a job runs by itself: six fields as Spring's cron writes them, by the clock of Montréal, or {@code off}.
 *
 * @see <a href="https://github.com/kagkarlsson/db-scheduler#schedules">schedules of db-scheduler</a>
 */
final class Schedule {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final String OFF = "off";

    /** How db-scheduler writes a schedule that never comes: it also takes the job out of its table. */
    private static final String NEVER = "-";

    private Schedule() {}

    /** The times that a text stands for, {@link CronSchedule#isDisabled() disabled} for off; empty when it is neither. */
    static Optional<CronSchedule> parse(String text) {
        String value = text.toLowerCase(Locale.ROOT);
        if (value.equals(NEVER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CronSchedule(value.equals(OFF) ? NEVER : text, ZONE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
