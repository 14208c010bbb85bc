package com.saqsommelier.backend.person;

import com.saqsommelier.backend.http.InvalidParameterException;
import com.saqsommelier.core.person.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Quiet hours as the contract writes them: {@code 22:00-08:00}, or {@code off}. */
final class QuietHoursText {

    private static final String OFF = "off";

    private QuietHoursText() {}

    static String of(QuietHours quiet) {
        return quiet.from() + "-" + quiet.until();
    }

    /** Reads what the contract's own validation has let pass. */
    static Optional<QuietHours> read(String text) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        try {
            return Optional.of(new QuietHours(
                    LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1))));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "quiet_hours", text, "two different times of the day, as 22:00-08:00, or off");
        }
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InvalidParameterException("time_zone", name, "a name of the tz database, as America/Toronto");
        }
    }
}
