package com.saqsommelier.bot.language;

import com.saqsommelier.vocabulary.Language;
import java.time.LocalTime;

/** Times of the day as they are written in Québec: {@code 22 h 30} and {@code 10:30 p.m.} */
public final class Clock {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int NOON = 12;

    private Clock() {}

    /** A time, to the minute. */
    public static String time(LocalTime time, Language language) {
        String minutes = "%02d".formatted(time.getMinute());
        if (language == Language.FRENCH) {
            String hour = time.getHour() + "" + NO_BREAK_SPACE + "h";
            return time.getMinute() == 0 ? hour : hour + NO_BREAK_SPACE + minutes;
        }
        int hour = time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
        return hour
                + (time.getMinute() == 0 ? "" : ":" + minutes)
                + NO_BREAK_SPACE
                + (time.getHour() < NOON ? "a.m." : "p.m.");
    }
}
