package com.saqsommelier.bot.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quiet hours as people write them: {@code 22-7}, {@code de 22 h à 7 h 30}, {@code 10pm to 7am}, {@code off}. */
public final class QuietHoursArgument {

    /** The value for no quiet hours, as {@link CallbackAction.Quiet} has it. */
    public static final String OFF = "off";

    private static final Pattern NEVER = Pattern.compile(
            "off|non|no|none|never|jamais|aucune?|arr[êe]t|stop|d[ée]sactiv[ée]e?r?|à toute heure|always|[àa] toute heure");

    private static final String TIME = "(\\d{1,2})\\s*(?:h|:|heures?)?\\s*(\\d{2})?\\s*(am|pm)?";

    private static final Pattern HOURS = Pattern.compile(
            "(?:de|from|entre|between)?\\s*" + TIME + "\\s*(?:-|–|—|/|à|a|to|et|and|until|jusqu['’]à|\\s)\\s*" + TIME);

    private static final int MIDNIGHT = 24;

    private QuietHoursArgument() {}

    /** As {@code 22:00-07:00}, or {@link #OFF}; empty where the words are neither. */
    public static Optional<String> read(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (NEVER.matcher(text).matches()) {
            return Optional.of(OFF);
        }
        Matcher hours = HOURS.matcher(text);
        if (!hours.matches()) {
            return Optional.empty();
        }
        Optional<String> begin = time(hours.group(1), hours.group(2), hours.group(3));
        Optional<String> end = time(hours.group(4), hours.group(5), hours.group(6));
        return begin.flatMap(from -> end.filter(to -> !to.equals(from)).map(to -> from + "-" + to));
    }

    private static Optional<String> time(String hour, String minute, String half) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (half != null) {
            if (hours < 1 || hours > 12) {
                return Optional.empty();
            }
            hours = hours % 12 + (half.equals("pm") ? 12 : 0);
        }
        if (hours == MIDNIGHT && minutes == 0) {
            hours = 0;
        }
        return hours > 23 || minutes > 59
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%02d:%02d", hours, minutes));
    }
}
