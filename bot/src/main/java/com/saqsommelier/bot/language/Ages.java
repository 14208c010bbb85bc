package com.saqsommelier.bot.language;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as each language says it: {@code il y a 3 heures}, {@code 3 hours ago}. */
public final class Ages {

    private static final int LAST_HOURS = 48;

    private Ages() {}

    /**
     * From a moment until now, in the largest unit that says enough; what lies ahead, by a clock that is off, is now.
     */
    public static String ago(Instant then, Instant now, Language language) {
        Duration age = then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
        // Made anew each time: cheap, and not safe for use by several threads.
        RelativeDateTimeFormatter formatter = RelativeDateTimeFormatter.getInstance(language.locale());
        if (age.toHours() < 1) {
            return formatter.format((double) Math.max(1, age.toMinutes()), Direction.LAST, RelativeUnit.MINUTES);
        }
        return age.toHours() < LAST_HOURS
                ? formatter.format((double) age.toHours(), Direction.LAST, RelativeUnit.HOURS)
                : formatter.format((double) age.toDays(), Direction.LAST, RelativeUnit.DAYS);
    }
}
