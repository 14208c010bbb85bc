package com.saqsommelier.app;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The time zone of the process, which is that of the log and of the database's sessions. Schedules go by the clock of
 * Montréal whatever it is.
 */
final class ProcessTimeZone {

    private ProcessTimeZone() {}

    /**
     * Uses UTC where the zone is none that Java and PostgreSQL both know: PostgreSQL would refuse the connection.
     *
     * @return a sentence for the operator; empty when the zone is known
     */
    static Optional<String> check(Map<String, String> environment) {
        String set = environment.getOrDefault("TZ", "").strip();
        String id = TimeZone.getDefault().getID();
        boolean nameKnown = set.isEmpty() || set.startsWith(":") || set.startsWith("/") || known(set);
        if (known(id) && nameKnown) {
            return Optional.empty();
        }
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        return Optional.of(
                "TZ is '" + set + "', a time zone that Java does not know; times in the log are in UTC. Set TZ to a"
                        + " name as America/Montreal, or unset it.");
    }

    private static boolean known(String id) {
        return !id.startsWith("SystemV/")
                && (id.startsWith("GMT") || ZoneId.getAvailableZoneIds().contains(id));
    }
}
