package com.saqsommelier.core.retention;

import com.saqsommelier.core.access.Strangers;
import java.time.Duration;

/**
 * Retention periods of the tables that grow with time. A row older than its period is deleted; rows of tables that are not
 * listed stay. The 90 days are what {@code /privacy} promises to people.
 */
public enum RetentionRule {

    /** Alerts that ended; one that waits stays, however old. */
    DELIVERIES(Period.OF_PEOPLE, "DELETE FROM deliveries WHERE ended_at < ?"),

    /** Questions to the sommelier and its answers. */
    RECOMMENDATIONS(Period.OF_PEOPLE, "DELETE FROM recommendations WHERE created_at < ?"),

    /** Calls of Claude. */
    CLAUDE_CALLS(Period.OF_PEOPLE, "DELETE FROM claude_calls WHERE created_at < ?"),

    /** Sums of what Claude cost on a day by the clock of Montréal. */
    CLAUDE_DAYS(
            Period.OF_PEOPLE,
            "DELETE FROM claude_days WHERE day < (?::timestamptz AT TIME ZONE 'America/Toronto')::date"),

    /** The log of commands. */
    COMMANDS(Period.OF_PEOPLE, "DELETE FROM visits WHERE begun_at < ?"),

    /** Notes that a stranger was told that the bot is private. */
    STRANGERS(Strangers.SILENCE, "DELETE FROM strangers WHERE told_at < ?"),

    /** Changes of the catalogue of which no alert is kept. */
    EVENTS(Period.OF_THE_CATALOGUE, """
            DELETE FROM events WHERE detected_at < ?
                AND NOT EXISTS (SELECT FROM deliveries WHERE deliveries.event_id = events.id)
            """),

    /** Runs of jobs, but for the last of each job and what may still run. */
    RUNS(Period.OF_THE_CATALOGUE, """
            DELETE FROM runs WHERE ended_at < ?
                AND id <> (SELECT max(latest.id) FROM runs latest WHERE latest.job = runs.job)
            """),

    /** Recipients of weekly digests. */
    DIGEST_RECIPIENTS(
            Period.OF_THE_CATALOGUE,
            "DELETE FROM digest_recipients USING digests WHERE digests.week = digest_recipients.week AND until < ?"),

    /** Weekly digests without recipients. */
    DIGESTS(Period.OF_THE_CATALOGUE, """
            DELETE FROM digests WHERE until < ?
                AND NOT EXISTS (SELECT FROM digest_recipients WHERE digest_recipients.week = digests.week)
            """),

    /**
     * Tombstones of vectors, by which running backends learn that a product left the catalogue. A backend reads them within
     * seconds, and one that starts reads everything.
     */
    VECTOR_TOMBSTONES(Period.OF_PEOPLE, "DELETE FROM embeddings WHERE vector IS NULL AND written_at < ?");

    private final Duration period;
    private final String deletion;

    RetentionRule(Duration period, String deletion) {
        this.period = period;
        this.deletion = deletion;
    }

    /** How long a row is kept. */
    public Duration period() {
        return period;
    }

    /** A statement with one parameter, the time before which rows are deleted. */
    String deletion() {
        return deletion;
    }

    /** The periods that several rules share. */
    private static final class Period {

        static final Duration OF_PEOPLE = Duration.ofDays(90);

        /** A year and a month, so that a year can be compared with the one before. */
        static final Duration OF_THE_CATALOGUE = Duration.ofDays(400);
    }
}
