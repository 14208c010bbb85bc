package com.saqsommelier.core.person;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of each day in which a person wants to hear nothing.
 *
 * @param from when they begin, by the person's clock
 * @param until when they end, another time than {@code from}; on the next day where it is the earlier one
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** Refuses hours that never end. */
    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours from " + from + " until " + until + " never end");
        }
    }

    /**
     * When the quiet hours end in which a moment lies; empty where it lies in none. On the night on which the clock is
     * put forward, an end that the clock skips is when it has skipped it; on the one on which it is put back, an end that
     * comes twice is the first.
     *
     * @param zone where the person's clock hangs
     */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = until.isBefore(from);
        boolean quiet =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        boolean tomorrow = overnight && !time.isBefore(from);
        Instant end = local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(until)
                .atZone(zone)
                .toInstant();
        // In the hour that comes twice the clock shows quiet hours again that are over already.
        return end.isAfter(now) ? Optional.of(end) : Optional.empty();
    }
}
