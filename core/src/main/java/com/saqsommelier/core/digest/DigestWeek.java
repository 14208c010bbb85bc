package com.saqsommelier.core.digest;

import com.saqsommelier.core.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * What a digest covers.
 *
 * @param week by which it is called: {@code 2026-W48} (ISO 8601), by the clock of Montréal
 * @param since the first moment of it
 * @param until the first moment after it
 */
public record DigestWeek(String week, Instant since, Instant until) {

    /** How long a week is of which no digest was sent before. */
    public static final Duration USUAL = Duration.ofDays(7);

    /** What was missed for longer than this is no news of a week any more. */
    static final Duration LONGEST = Duration.ofDays(14);

    /** The name of the week in which a moment lies. */
    public static String at(Instant moment) {
        return DateTimeFormatter.ISO_WEEK_DATE
                .format(moment.atZone(Person.USUAL_ZONE).toLocalDate())
                .substring(0, "2026-W48".length());
    }
}
