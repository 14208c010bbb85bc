package com.saqsommelier.core.delivery;

import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.person.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets what is due wait for the end of the quiet hours of those whom it concerns. It grows no older by that. */
final class QuietNight {

    private final JdbcClient jdbc;

    private record Hours(QuietHours quiet, ZoneId zone) {}

    QuietNight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds what is due now. Many people share few hours, so one statement serves all who have the same. */
    void hold(Instant now) {
        for (Hours hours : hoursOfThoseConcerned(now)) {
            hours.quiet().endAfter(now, hours.zone()).ifPresent(end -> hold(hours, now, end));
        }
    }

    private List<Hours> hoursOfThoseConcerned(Instant now) {
        return jdbc.sql("""
                        SELECT DISTINCT person.quiet_from, person.quiet_until, person.time_zone
                        FROM deliveries JOIN people person USING (user_id)
                        WHERE ended_at IS NULL AND due_at <= ? AND person.quiet_from IS NOT NULL
                        """)
                .param(Times.utc(now))
                .query((row, number) -> new Hours(
                        new QuietHours(
                                row.getObject("quiet_from", LocalTime.class),
                                row.getObject("quiet_until", LocalTime.class)),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    private void hold(Hours hours, Instant now, Instant end) {
        jdbc.sql("""
                        UPDATE deliveries SET due_at = :end, held = true, leased_by = NULL,
                            news_since = news_since
                                + CASE WHEN held THEN interval '0' ELSE :end::timestamptz - :now::timestamptz END
                        FROM people person
                        WHERE person.user_id = deliveries.user_id AND ended_at IS NULL AND due_at <= :now
                            AND person.quiet_from = :from AND person.quiet_until = :until AND person.time_zone = :zone
                        """)
                .param("end", Times.utc(end))
                .param("now", Times.utc(now))
                .param("from", hours.quiet().from())
                .param("until", hours.quiet().until())
                .param("zone", hours.zone().getId())
                .update();
    }
}
